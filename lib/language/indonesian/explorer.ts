import type { explorer as english } from "../english/explorer.ts";

export const explorer: typeof english = {
  title: "Penjelajah",
};
