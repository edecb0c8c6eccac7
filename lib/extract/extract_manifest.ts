import type { Month } from "@jkp/month";

/** What `extract.toml` says of an extract of either form. */
export interface ExtractManifest {
  readonly name: string;
  readonly provider: string;
  /** Month in which the extract was drawn. */
  readonly extractMonth: Month;
  /** First month for which the extract knows every member. */
  readonly firstMonth: Month;
  /**
   * First month whose contributions the extract holds: of service before it nothing is
   * known. Where not given, members are taken to have begun when they seem to.
   */
  readonly historyFrom?: Month;
  /** Last month for which contributions were recorded. */
  readonly lastMonth: Month;
  readonly form: "statistics" | "spells" | "ledger" | "jkp";
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

/** Further tables of a register, beside the one that `files` names. */
export interface RegisterTables {
  /** Members, one row each: sex, month of birth, columns to group by. */
  readonly members?: readonly string[];
  /** JHT claims, partial ones among them. */
  readonly claims?: readonly string[];
  /** Claims of JKP. */
  readonly jkp?: readonly string[];
}

/** How the payments of a ledger become spells. */
export interface LedgerRules {
  /** Months without a payment that do not end a spell. */
  readonly gapMonths: number;
  /**
   * The wage of a month with several employers: all of them added, or the highest, that of
   * the main employer.
   */
  readonly employers: "sum" | "main";
  /**
   * What a payment is that stands repeatedly, of one member, employer, month, amount and
   * month of payment: all are added, or it counts once. Where nothing is said a few are
   * added, and many are an error.
   */
  readonly repeats?: "add" | "once";
}

/**
 * What `extract.toml` says of single members, as spells, as a ledger of payments or as a
 * register of JKP claims alone; checksums as far as given.
 */
export interface SpellManifest extends ExtractManifest {
  readonly form: "spells" | "ledger" | "jkp";
  /**
   * Growth of wages a year, as a fraction, by which a last reported wage is taken back to
   * earlier months.
   */
  readonly wageGrowthPerYear: number;
  /**
   * Files of spells or payments, by names or patterns such as `iuran/*.parquet`; where not
   * given, all that can be, in the folder and below, and that `tables` does not name.
   */
  readonly files?: readonly string[];
  /** Further tables, as `files` names its own. */
  readonly tables?: RegisterTables;
  /** Of a ledger alone. */
  readonly ledger?: LedgerRules;
}
