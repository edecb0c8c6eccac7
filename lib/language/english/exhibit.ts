/** What every table and figure says around its content. */
export const exhibit = {
  table: "Table",
  figure: "Figure",
  note: "Note",
  source: "Source",
};
