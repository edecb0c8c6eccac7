/** What laws speak of, by the keys that designs have for it. */
export const law = {
  sections: {
    coverage: "coverage",
    contingency: "contingency",
    qualifying: "qualifying",
    repeatClaims: "repeat claims",
    claim: "claim",
    insurableEarnings: "insurable earnings",
    referenceWage: "reference wage",
    benefit: "benefit",
    minimumBenefit: "minimum benefit",
    maximumBenefit: "maximum benefit",
    duration: "duration",
    waitingPeriod: "waiting period",
    reemploymentAllowance: "reemployment allowance",
    severance: "severance",
    otherEarnings: "other earnings",
    financing: "financing",
    recomposition: "recomposition",
    nonCompliance: "non compliance",
    runningClaims: "running claims",
  },
  /** Why an employment ended. */
  causes: {
    involuntary: "involuntary",
    fixed_term_expiry: "fixed_term_expiry",
    just_cause_resignation: "just_cause_resignation",
    forced_resignation: "forced_resignation",
    voluntary_resignation: "voluntary_resignation",
    misconduct: "misconduct",
  },
  groups: {
    employee: "employee",
    civil_servant: "civil_servant",
    migrant: "migrant",
    domestic_worker: "domestic_worker",
    part_time: "part_time",
    construction_worker: "construction_worker",
    employer: "employer",
    non_wage_earner: "non_wage_earner",
  },
  enterprises: { large: "large", medium: "medium", small: "small", micro: "micro" },
  contracts: {
    indefinite: "indefinite",
    fixed_term: "fixed_term",
    seasonal: "seasonal",
  },
  /** What a benefit of another scheme is paid for. */
  paidFor: {
    old_age: "old age",
    permanent_total_disability: "permanent total disability",
  },
  /** A benefit of another scheme; without parts where any is meant. */
  otherBenefit: (scheme: string | null, paidFor: string | null) =>
    (scheme === null ? "benefit" : `${scheme} benefit`) +
    (paidFor === null ? "" : ` for ${paidFor}`),
  /** What the sources of a law do not settle, and how it is taken. */
  openPoint: (section: string, question: string, taken: string, otherwise: string) =>
    `${section}: ${question}; taken: ${taken}; otherwise: ${otherwise}`,
};
