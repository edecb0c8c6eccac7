import { assert, assertEquals } from "@std/assert";
import { experienceCoverage, REGISTER_SEED } from "./experience_coverage_for_test.ts";
import { redrawnRegisters } from "./redrawn_registers_for_test.ts";

// The whole proof is `experience_coverage_for_test.ts`, run as a script. Here as many
// registers as a suite has time for, with bounds that chance passes once in a hundred.

const registers = await redrawnRegisters(REGISTER_SEED);

Deno.test("rateInterval() holds the truth by draws, and the count of terminations alone does not", () => {
  const some = { members: 1000, first: 0, count: 20, draws: 50, bootstrapDraws: 0 };
  const { redraws, refused, parametric, parametricWidth, naiveWidth } =
    experienceCoverage(
      registers,
      some,
    );
  assertEquals(redraws + refused, 20);
  // At 85 per cent, 12 or fewer of 20 come with a probability of half a per cent.
  assert(parametric > 12, `${parametric} of ${redraws}`);
  assert(parametricWidth > naiveWidth);
  const naive = experienceCoverage(registers, { ...some, count: 80, draws: 0 });
  // At 85 per cent, 59 or fewer of 80 come with a probability of 1 per cent.
  assert(naive.naive <= 59, `${naive.naive} of ${naive.redraws}`);
});

Deno.test("rateInterval() holds the truth by a bootstrap of members", () => {
  const { redraws, bootstrap } = experienceCoverage(registers, {
    members: 1000,
    first: 0,
    count: 10,
    draws: 0,
    bootstrapDraws: 40,
  });
  // At 85 per cent, 5 or fewer of 10 come with a probability of 1 per cent.
  assert(bootstrap > 5, `${bootstrap} of ${redraws}`);
});

Deno.test("redrawnRegisters() draws the same register for the same number", () => {
  const [first, again, other] = [3, 3, 4].map((index) =>
    registers.redraw(index, 200, 1).extract().withdrawals
  );
  assertEquals(first, again);
  assert(JSON.stringify(first) !== JSON.stringify(other));
});
