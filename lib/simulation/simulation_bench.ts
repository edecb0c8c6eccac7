import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { simulateSchemes } from "./simulate_schemes.ts";
import { reportAssumptions } from "@jkp/valuation/read";

// A million careers of ten years, with ten years before them, under JKP. As a process:
// /usr/bin/time -v deno run --allow-read --allow-env lib/simulation/simulation_bench.ts
const ASSUMPTIONS = await reportAssumptions("base");
const JKP = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
const run = (careers: number) =>
  simulateSchemes(ASSUMPTIONS, [JKP], { careers, years: 10, seed: 2021 });

if (import.meta.main) console.log(run(1_000_000).outcomes[0]!.costRate);

Deno.bench("a million careers of ten years under JKP", { n: 1, warmup: 0 }, () => {
  run(1_000_000);
});
