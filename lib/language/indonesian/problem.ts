import type { ProblemWords } from "@jkp/problem";
import { quantities } from "./quantities.ts";

export const problem: ProblemWords = {
  expected: "diharapkan",
  got: "didapati",
  meant: (name) => ` (maksudnya ${name}?)`,
  further: (problems) => `… dan ${quantities.count(problems)} masalah lagi`,
};
