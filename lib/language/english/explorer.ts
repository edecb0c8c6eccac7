/** The explorer's page. */
export const explorer = {
  title: "Explorer",
};
