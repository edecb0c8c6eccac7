import type { Month } from "@jkp/month";

/** What `extract.toml` says of an extract of either form. */
export interface ExtractManifest {
  readonly name: string;
  readonly provider: string;
  /** Month in which the extract was drawn. */
  readonly extractMonth: Month;
  /** First month for which the extract knows every member. */
  readonly firstMonth: Month;
  /** Last month for which contributions were recorded. */
  readonly lastMonth: Month;
  readonly form: "statistics" | "spells";
  /** Whether the figures were made rather than recorded. */
  readonly synthetic: boolean;
  /** How the data came to be. */
  readonly method: string;
  /** Seed of the random streams, for synthetic data. */
  readonly seed?: number;
  /** SHA-256 of files, in hexadecimal. */
  readonly sha256: Readonly<Record<string, string>>;
}

/** What `extract.toml` says of monthly statistics: each of their files has a checksum. */
export interface StatisticsManifest extends ExtractManifest {
  readonly form: "statistics";
  /** Whether only proportions in it mean anything, and no level; if not given, no. */
  readonly structureOnly?: boolean;
}

/** What `extract.toml` says of spells of single members; checksums as far as given. */
export interface SpellManifest extends ExtractManifest {
  readonly form: "spells";
  /**
   * Growth of wages a year, as a fraction, by which a last reported wage is taken back to
   * earlier months.
   */
  readonly wageGrowthPerYear: number;
  /** Files that hold the spells; where not given, all in the folder that can. */
  readonly files?: readonly string[];
}
