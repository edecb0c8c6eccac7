/** Layout and type of the page, of one family with the documents'. */
export const EXPLORER_STYLE = `\
body { margin: 0; }
`;
