/** Keys of levels in `[experience]`. */
export const LEVEL_KEYS = [
  {
    key: "members",
    meaning: "Average members a month in the base year, in place of the extract's.",
    example: "16_000_000",
    isOptional: true as const,
  },
  {
    key: "termination_pct_per_month",
    meaning: "Per cent of members a month, in place of the observed rate.",
    example: "0.55",
    isOptional: true as const,
  },
  {
    key: "eligible_share",
    meaning: "Fraction of covered leavers who are paid, in place of the counted.",
    example: "0.75",
    isOptional: true as const,
  },
  {
    key: "mean_wage_idr",
    meaning: "Members' mean wage of the base year before any ceiling, a month.",
    example: "5_000_000",
    isOptional: true as const,
  },
  {
    key: "claimants_relative_wage",
    meaning: "Claimants' mean wage over members', before any ceiling.",
    example: "0.8",
    isOptional: true as const,
  },
  {
    key: "survival",
    meaning: "Share still out of work after so many months, straight between points.",
    example: "[{ months = 0, share = 1 }, { months = 60, share = 0.05 }]",
    isOptional: true as const,
  },
  {
    key: "follows_unemployment",
    meaning: "Whether terminations move with national unemployment; or true.",
    example: "false",
    isOptional: true as const,
  },
  {
    key: "basis",
    meaning: "By level: printed, inferred or assumed, and from what.",
    example: '{ eligible_share = "inferred: claims over layoffs, 2024" }',
    isOptional: true as const,
  },
  {
    key: "roles",
    meaning: "By role of a scenario, levels in place of those above.",
    example: "{ base = { eligible_share = 0.7 } }",
    isOptional: true as const,
  },
];

/** Keys of `[members]`, but for its source. */
export const MEMBERS_KEYS = [
  {
    key: "by_year",
    meaning: "From the base year on; after the last, members grow with employment.",
    example: "[{ year = 2025, average = 16_000_000 }]",
  },
  {
    key: "roles",
    meaning: "By role of a scenario, a list in place of by_year.",
    example: "{ base = [{ year = 2025, average = 16_000_000 }] }",
    isOptional: true as const,
  },
];
