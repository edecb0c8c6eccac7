/** A label or reference of the report that does not fit what it stands at. */
export interface LabelErratum {
  readonly where: string;
  readonly printed: string;
  readonly meant: string;
}

/** Labels, references and sources of the report that do not fit. */
export const LABEL_ERRATA: readonly LabelErratum[] = [
  {
    where: "Table 2.3, third block",
    printed: "labour force participation rate (%)",
    meant: "labour force (millions): participation times population",
  },
  {
    where: "Section 3.2.2",
    printed: "Table 3.1 presents projected average earnings",
    meant: "Table 3.2",
  },
  {
    where: "Section 3.5.2",
    printed: "under the pessimistic scenario, section 2.2.3",
    meant: "optimistic scenario",
  },
  {
    where: "Section 3.5.3",
    printed: "Table 3.7 presents the base projections",
    meant: "all three scenarios",
  },
  {
    where: "Figure 3.2",
    printed: "source: Indonesia Bond Price Agency",
    meant: "authors' calculations, as figures 3.1, 3.3 and 3.4",
  },
  { where: "Above Table 3.4", printed: "Table 10", meant: "Table 3.4" },
  {
    where: "Section 1.2.2",
    printed: "unemployed workers: see Figure 1.5",
    meant: "Figure 1.6; Figure 1.5 is participation by age",
  },
  {
    where: "Section 1.2.1",
    printed: "Figure 1.4 shows that employment fluctuates",
    meant: "Figure 1.7; Figure 1.4 is labour force and participation",
  },
  {
    where: "Section 2.2",
    printed: "Labour Force Surveys of February and March 2019",
    meant: "February and August",
  },
  {
    where: "Section 1.3",
    printed: "employment statistics provided by BPJS",
    meant: "BPS, the statistics office",
  },
  {
    where: "Figures 1.13 and 1.14",
    printed: "December 2015–19 and source 2019; average 2015–19",
    meant: "the same statistic for men and for women",
  },
  {
    where: "Tables E2, 3.3 and 3.7",
    printed: "recommended rate, suggested rate",
    meant: "one measure",
  },
  {
    where: "Section 4.2 against tables E1 and 3.1",
    printed: "construction workers in the medium term",
    meant: "as soon as possible, as the tables have it",
  },
  {
    where: "Section 1.3",
    printed: "spreads on bonds of a maturity of 10 years",
    meant: "up to 2 years, whose rates follow; none of 10 years is given",
  },
  { where: "Sections A3.1 to A3.3", printed: "annex 3", meant: "Annex I" },
  {
    where: "Summary, sections 3.4 and 4.1",
    printed: "changes of the rate in per cent",
    meant: "percentage points",
  },
];
