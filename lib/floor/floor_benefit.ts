/** The four guarantees of a social protection floor. */
export const GUARANTEES = ["health", "children", "active_age", "old_age"] as const;

/** Whom a benefit can be for: persons by age and sex, or groups of the active population. */
export const FLOOR_GROUPS = [
  "population",
  "labour_force",
  "employed",
  "unemployed",
  "informal_workers",
  "unemployed_from_informal_work",
] as const;
export type FloorGroup = typeof FLOOR_GROUPS[number];

/** What an amount can be a share of. */
export const REFERENCES = [
  "poverty_line",
  "minimum_wage",
  "mean_wage",
  "gdp_per_head",
] as const;
export type FloorReference = typeof REFERENCES[number];

/** How an amount of a base year moves. */
export const INDEXINGS = ["none", "prices", "wages", "gdp_per_head"] as const;
export type Indexing = typeof INDEXINGS[number];

/** First age that the labour force survey counts. */
export const WORKING_AGE = 15;

/** Whom a benefit is for. */
export interface FloorTarget {
  readonly group: FloorGroup;
  readonly sex: "both" | "male" | "female";
  /** First age, in whole years; 15 for groups of the active population. */
  readonly fromAge: number;
  /** Last age that is in; `null` without an end. */
  readonly toAge: number | null;
}

/**
 * What a month is worth: an amount of a base year that moves by an index, or a share of a
 * figure; the figure of each year itself, or of a base year, moved by an index.
 */
export interface FloorAmount {
  /** Rupiah a month in the base year; `null` if it is a share of a figure. */
  readonly idrPerMonth: number | null;
  /** The figure that it is a share of; `null` if it is an amount. */
  readonly of: FloorReference | null;
  /** Fraction of that figure; `null` if it is an amount. */
  readonly share: number | null;
  /** Year of the amount or figure; `null` if each year has its own figure. */
  readonly baseYear: number | null;
  /** What moves it from the base year on; `null` if each year has its own figure. */
  readonly indexing: Indexing | null;
}

/** A benefit of a social protection floor, with where each value comes from. */
export interface FloorBenefit {
  readonly name: string;
  readonly title: string;
  /** The guarantee that it belongs to. */
  readonly guarantee: typeof GUARANTEES[number];
  readonly source: string;
  readonly target: FloorTarget;
  readonly amount: FloorAmount;
  /** Months of a year in which a recipient is paid. */
  readonly monthsPaid: number;
  /** Fraction of the target group that is paid. */
  readonly takeUp: number;
  /** Administration, as a fraction of benefits. */
  readonly administration: number;
  /** Where the target, the amount, months, take-up and administration come from. */
  readonly sources: Readonly<Record<FloorValue, string>>;
}

/** What a source is wanted of. */
export const FLOOR_VALUES = [
  "target",
  "amount",
  "monthsPaid",
  "takeUp",
  "administration",
] as const;
export type FloorValue = typeof FLOOR_VALUES[number];
