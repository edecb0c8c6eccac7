import { readDocumentRules } from "./document_rules.ts";
import { assertEquals } from "@std/assert";
import {
  indexInWords,
  limitInWords,
  listOf,
  money,
  qualifyingInWords,
  repeatInWords,
} from "./wording.ts";

const { jkp, korea, viet_nam: vietNam } = await readDocumentRules();

Deno.test("money() groups thousands", () => {
  assertEquals(money("IDR", 8_939_700), "IDR 8 939 700");
});

Deno.test("listOf() joins one, two and three things", () => {
  const lists = [["a"], ["a", "b"], ["a", "b", "c"]].map(listOf);
  assertEquals(lists, ["a", "a and b", "a, b and c"]);
});

Deno.test("limitInWords() names amounts, shares and multiples", () => {
  assertEquals(
    [
      limitInWords("IDR", jkp.insurableEarnings.ceiling),
      limitInWords("KRW", korea.minimumBenefit!.limit),
      limitInWords("VND", vietNam.insurableEarnings.ceiling),
      limitInWords("KRW", korea.insurableEarnings.ceiling),
    ],
    [
      "IDR 5 000 000 a month",
      "80 per cent of the minimum wage",
      "20 times the regional minimum wage",
      "none",
    ],
  );
});

Deno.test("indexInWords() tells no limit from a limit without index", () => {
  assertEquals(indexInWords(korea.insurableEarnings.ceiling), "Not applicable");
  assertEquals(indexInWords(korea.maximumBenefit!.limit), "No mechanism");
});

Deno.test("qualifyingInWords() and repeatInWords() say JKP's rules", () => {
  assertEquals(
    qualifyingInWords(jkp.qualifying),
    "12 months of contributions in the last 24, 6 of them in a row",
  );
  assertEquals(
    repeatInWords(jkp.repeatClaims, jkp.qualifying),
    "at most 3 claims in a career; 5 years after last benefit",
  );
});
