/** What every table and figure says around its content. */
export const exhibit = {
  table: "Table",
  note: "Note",
  source: "Source",
  continued: (heading: string, groups: string) => `${heading}, continued: ${groups}`,
  furtherColumns: "further columns",

  page: {
    skipToContent: "Skip to the content",
    skipContents: "Skip the contents",
    contents: "Contents",
    inShort: "In short",
    answer: "What came out",
    provenance: "Provenance",
    syntheticData: "Synthetic data",
    extract: (name: string, isSynthetic: boolean) =>
      `${isSynthetic ? "Synthetic data, extract" : "Extract"} ${name}.`,
    madeUp: (name: string) =>
      `The extract ${name} was made, not recorded: no row of it describes a person, and no ` +
      "number computed from it is evidence about Indonesia. ",
  },
};
