/** How a campaign is run. */
export interface CampaignOptions {
  /** How often to try. */
  readonly count: number;
  /** Fixes what chance chooses. */
  readonly seed: number;
  /** Told what happens, a line at a time. */
  readonly say: (line: string) => void;
}

/** What came of a campaign. */
export interface CampaignResult {
  /** How many tries of each kind there were. */
  readonly tried: Readonly<Record<string, number>>;
  /** What went wrong, a line each; none if all is well. */
  readonly faults: readonly string[];
}

/** Attacks what the commands promise, by chance, many times. */
export interface Campaign {
  /** What it does, for the help text. */
  readonly about: string;
  /** How often it tries if nobody says. */
  readonly usualCount: number;
  run(options: CampaignOptions): Promise<CampaignResult>;
}
