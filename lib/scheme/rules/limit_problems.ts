import { atMost, type Fault } from "./fault.ts";
import type { SchemeFileContent } from "./scheme_file.ts";
import { versionsTogether } from "./versions_together.ts";

/** Below this an amount in rupiah a month is a slip of the unit: no month is paid so. */
const LEAST_RUPIAH_A_MONTH = 100_000;

type LimitInFile = SchemeFileContent["insurable_earnings"][number]["ceiling"];

/** Limits that say nothing or too much, amounts in another unit, and limits that cross. */
export function limitProblems(file: SchemeFileContent): Fault[] {
  return [
    ...limitsOf(file).flatMap(formOf),
    ...(file.currency === "IDR" ? amountsOf(file) : []).flatMap(
      ({ place, amount }): Fault[] =>
        amount !== null && amount < LEAST_RUPIAH_A_MONTH
          ? [{
            place,
            expected: "rupiah a month, not thousands or millions",
            received: String(amount),
          }]
          : [],
    ),
    ...crossings(file),
  ];
}

interface LimitAt {
  readonly place: string;
  readonly limit: LimitInFile;
}

function limitsOf(file: SchemeFileContent): LimitAt[] {
  return [
    ...file.insurable_earnings.flatMap((each, i) => [
      { place: `insurable_earnings.${i}.ceiling`, limit: each.ceiling },
      { place: `insurable_earnings.${i}.floor`, limit: each.floor },
    ]),
    ...(["minimum_benefit", "maximum_benefit"] as const).flatMap((key) =>
      (file[key] ?? []).map(({ limit }, i) => ({ place: `${key}.${i}.limit`, limit }))
    ),
  ];
}

function formOf({ place, limit }: LimitAt): Fault[] {
  if (limit === null) return [];
  const { amount_per_month: amount, multiple, of } = limit;
  if (amount !== null && multiple !== null) {
    return [{ place, expected: "an amount or a multiple, not both" }];
  }
  if ((multiple === null) !== (of === null)) {
    return [{ place, expected: "multiple and of together" }];
  }
  return amount === null && multiple === null
    ? [{ place, expected: "amount_per_month, or multiple and of", received: "neither" }]
    : [];
}

/** Every amount of money that is of a month, or of more. */
function amountsOf(file: SchemeFileContent): { place: string; amount: number | null }[] {
  return [
    ...limitsOf(file).map(({ place, limit }) => ({
      place: `${place}.amount_per_month`,
      amount: limit?.amount_per_month ?? null,
    })),
    ...file.reference_wage.flatMap(({ minimum, maximum }, i) => [
      { place: `reference_wage.${i}.minimum`, amount: minimum },
      { place: `reference_wage.${i}.maximum`, amount: maximum },
    ]),
    ...(file.severance ?? []).map(({ above }, i) => ({
      place: `severance.${i}.above`,
      amount: above,
    })),
    ...file.financing.map(({ initial_capital: amount }, i) => ({
      place: `financing.${i}.initial_capital`,
      amount,
    })),
    ...file.benefit.flatMap(({ ages, days_per_month: days }, i) =>
      (ages ?? []).map(({ bands }, k) => ({
        place: `benefit.${i}.ages.${k}.bands`,
        amount: (bands.at(-1)?.wage_to ?? NaN) * (days ?? 1),
      }))
    ),
  ];
}

/** Lower limits above the upper limit of the same kind that is in force with them. */
function crossings(file: SchemeFileContent): Fault[] {
  const benefits = versionsTogether(
    file.minimum_benefit ?? [],
    file.maximum_benefit ?? [],
  );
  return [
    ...file.insurable_earnings.flatMap(({ floor, ceiling }, i) =>
      crossing(`insurable_earnings.${i}.floor`, floor, ceiling, "the ceiling")
    ),
    ...benefits.flatMap(([lowest, highest, i]) =>
      crossing(
        `minimum_benefit.${i}.limit`,
        lowest.limit,
        highest.limit,
        "the maximum benefit",
      )
    ),
  ];
}

function crossing(
  place: string,
  lower: LimitInFile,
  higher: LimitInFile,
  what: string,
): Fault[] {
  if (lower === null || higher === null || lower.of !== higher.of) return [];
  const key = lower.of === null ? "amount_per_month" : "multiple";
  return atMost(`${place}.${key}`, lower[key], higher[key], what);
}
