/**
 * Kaplan–Meier on five million rows in memory, beside R's survfit on the same rows where
 * R with its survival package is present.
 *
 * @module
 */

import { type KaplanMeier, kaplanMeier, kaplanMeierCurve } from "./kaplan_meier.ts";
import { survivalAt } from "./curve.ts";

const ROWS = 5_000_000;

/** Durations in whole months or exact, 60 % of them ending, from a seeded stream. */
function simulate(isWholeMonths: boolean) {
  let state = 2019;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const durations = new Float64Array(ROWS);
  const eventObserved = new Uint8Array(ROWS);
  for (let i = 0; i < ROWS; i++) {
    const end = -Math.log(uniform()) * 33;
    const loss = -Math.log(uniform()) * 50;
    const duration = Math.min(end, loss);
    durations[i] = isWholeMonths ? Math.ceil(duration) : duration;
    eventObserved[i] = end <= loss ? 1 : 0;
  }
  return { durations, eventObserved };
}

const SCRIPT = `
suppressMessages(library(survival))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2])
time <- readBin(paste0(args[1], "/durations"), "double", n)
event <- as.integer(readBin(paste0(args[1], "/events"), "raw", n))
seconds <- system.time(fit <- survfit(Surv(time, event) ~ 1))[["elapsed"]]
at <- c(6, 12, 24, 48)
cat(format(c(seconds, summary(fit, times = at)$surv), digits = 17), sep = "\\n")
`;

/** Seconds of R's survfit and its survival at four times; `undefined` without R. */
async function timeR(data: ReturnType<typeof simulate>) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeFile(`${folder}/durations`, new Uint8Array(data.durations.buffer));
    await Deno.writeFile(`${folder}/events`, data.eventObserved);
    const { success, stdout } = await new Deno.Command("Rscript", {
      args: ["-e", SCRIPT, folder, String(ROWS)],
      stderr: "null",
    }).output();
    if (!success) return undefined;
    const [seconds, ...survival] = new TextDecoder().decode(stdout).trim().split("\n")
      .map(Number);
    return { seconds: seconds!, survival };
  } catch {
    return undefined;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function secondsOf(run: () => KaplanMeier): { seconds: number; estimate: KaplanMeier } {
  run();
  const start = performance.now();
  const estimate = run();
  return { seconds: (performance.now() - start) / 1000, estimate };
}

for (const isWholeMonths of [true, false]) {
  const data = simulate(isWholeMonths);
  const name = isWholeMonths ? "whole months" : "exact times";
  const { seconds, estimate } = secondsOf(() => kaplanMeier(data));
  const r = await timeR(data);
  const ours = `Kaplan–Meier, ${ROWS.toLocaleString("en")} rows, ${name}: ` +
    `${(1000 * seconds).toFixed(0)} ms`;
  if (r === undefined) {
    console.log(`${ours}; R with survival is not here to compare with`);
  } else {
    const curve = kaplanMeierCurve(estimate);
    const largest = Math.max(
      ...[6, 12, 24, 48].map((at, i) => Math.abs(survivalAt(curve, at) - r.survival[i]!)),
    );
    console.log(
      `${ours}; R survfit ${(1000 * r.seconds).toFixed(0)} ms: ` +
        `${(r.seconds / seconds).toFixed(0)} times; survival differs by at most ` +
        largest.toExponential(1),
    );
  }
  Deno.bench(`Kaplan–Meier, five million rows, ${name}`, { n: 5, warmup: 1 }, () => {
    kaplanMeier(data);
  });
}
