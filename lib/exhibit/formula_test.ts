import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  formula,
  formulaToMathMl,
  formulaToText,
  fraction,
  indexed,
  raised,
  withLimits,
} from "./formula.ts";

Deno.test("formulaToText() says fractions, indices, powers and sums in a line", () => {
  const cases = [
    [
      formula("N(t) = q ·", fraction("u(t)", indexed("u", "0")), "· M(t)"),
      "N(t) = q · (u(t))/(u_0) · M(t)",
    ],
    [
      formula("b(t) =", withLimits("∑", "d = 0", "D − 1"), "N(t − d) S(d + w)"),
      "b(t) = ∑_(d = 0)^(D − 1) N(t − d) S(d + w)",
    ],
    [formula("c ≥ 0 , F(y ; 0)"), "c ≥ 0, F(y; 0)"],
    [raised("(1 + i)", fraction("1", "2")), "(1 + i)^((1)/(2))"],
  ] as const;
  for (const [of, text] of cases) assertEquals(formulaToText(of), text);
});

Deno.test("formulaToMathMl() makes what browsers show, with its text beside", () => {
  assertEquals(
    formulaToMathMl(
      formula(indexed("c", "min"), "=", withLimits("max", "k"), fraction("A", "2")),
    ),
    '<math display="block" alttext="c_(min) = max_k (A)/(2)"><mrow>' +
      "<msub><mi>c</mi><mi>min</mi></msub><mo>=</mo>" +
      "<munder><mo>max</mo><mi>k</mi></munder>" +
      "<mfrac><mi>A</mi><mn>2</mn></mfrac></mrow></math>",
  );
  assertStringIncludes(formulaToMathMl(formula("a < b")), "<mo>&lt;</mo>");
});

Deno.test("formula() refuses a sign that is none of a formula's", () => {
  assertThrows(
    () => formula("a # b"),
    RangeError,
    "signs of a formula are wanted, got #",
  );
});
