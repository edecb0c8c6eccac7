import type { Problem } from "@jkp/problem";
import type { SchemeFileContent } from "./scheme_file.ts";
import { durationBandProblems, wageBandProblems } from "./band_problems.ts";

/** A problem without its file. */
export type Fault = Omit<Problem, "file">;

/** Below this a ceiling in rupiah a month is a slip of the unit: no month is paid so. */
const LEAST_RUPIAH_A_MONTH = 100_000;

/** Keys of which a kind wants some and has no place for the others. */
const KEYS_BY_KIND = {
  benefit: {
    flat: ["rate_pct"],
    tapered: ["rates_pct"],
    graded: ["days_per_month", "ages"],
  },
  duration: {
    fixed: ["months"],
    bands: ["bands"],
    per_contributions: [
      "contribution_months_per_month",
      "shortest_months",
      "longest_months",
    ],
    range: ["shortest_months", "longest_months", "decided_by"],
  },
} as const;

/** Keys that a kind may have besides, and the others may not. */
const OPTIONAL_KEYS: Readonly<Record<string, readonly string[]>> = {
  graded: ["whole_units", "index"],
};

/**
 * Everything in a file that cannot hold together. NaN stands for a value that could not
 * be read: no comparison with it is a fault.
 */
export function combinationProblems(file: SchemeFileContent): Fault[] {
  return [
    ...orderOfVersions(file),
    ...keysOfKind("benefit", file.benefit),
    ...keysOfKind("duration", file.duration),
    ...contributionWindows(file),
    ...repeatClaims(file),
    ...referenceWages(file),
    ...limits(file),
    ...treatments(file),
    ...tapersAndDurations(file),
    ...file.benefit.flatMap((each, i) =>
      each.ages === null || hasUnread(each.ages) ? [] : wageBandProblems(
        `benefit.${i}.ages`,
        each.ages,
        each.whole_units ?? false,
      )
    ),
    ...file.duration.flatMap((each, i) =>
      each.bands === null || hasUnread(each.bands)
        ? []
        : durationBandProblems(`duration.${i}.bands`, each.bands)
    ),
  ];
}

/** Whether some number in a value could not be read. */
function hasUnread(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return Number.isNaN(value);
  return Object.values(value).some(hasUnread);
}

function orderOfVersions(file: SchemeFileContent): Fault[] {
  return Object.entries(file).flatMap(([key, versions]) => {
    if (!Array.isArray(versions)) return [];
    return versions.flatMap((version, i): Fault[] => {
      const before = versions[i - 1];
      return before !== undefined && version.from <= before.from
        ? [{ place: `${key}.${i}.from`, expected: "a month after the version before" }]
        : [];
    });
  });
}

function keysOfKind<Key extends "benefit" | "duration">(
  section: Key,
  versions: readonly Readonly<Record<string, unknown>>[],
): Fault[] {
  const wantedByKind: Readonly<Record<string, readonly string[]>> = KEYS_BY_KIND[section];
  const allowedIn = (kind: string) => [
    ...wantedByKind[kind]!,
    ...(OPTIONAL_KEYS[kind] ?? []),
  ];
  const all = new Set(Object.keys(wantedByKind).flatMap(allowedIn));
  return versions.flatMap((version, i) => {
    const kind = String(version["kind"]);
    const wanted = wantedByKind[kind];
    if (wanted === undefined) return [];
    const allowed = allowedIn(kind);
    return [...all].flatMap((key): Fault[] => {
      const place = `${section}.${i}.${key}`;
      const isThere = version[key] !== null;
      if (wanted.includes(key) && !isThere) {
        return [{
          place,
          expected: `a value, for ${section} is ${kind}`,
          received: "nothing",
        }];
      }
      return isThere && !allowed.includes(key)
        ? [{ place, expected: `no such key where ${section} is ${kind}` }]
        : [];
    });
  });
}

function contributionWindows(file: SchemeFileContent): Fault[] {
  return file.qualifying.flatMap((each, i) => [
    ...atMost(
      `qualifying.${i}.contribution_months`,
      each.contribution_months,
      each.window_months,
      "the window",
    ),
    ...atMost(
      `qualifying.${i}.consecutive_months`,
      each.consecutive_months,
      each.window_months,
      "the window",
    ),
  ]);
}

function repeatClaims(file: SchemeFileContent): Fault[] {
  return file.repeat_claims.flatMap((each, i): Fault[] => {
    const place = `repeat_claims.${i}.maintained_months`;
    const { entitlement, maintained_months: months } = each;
    if (entitlement === "maintained" && months === null) {
      return [{ place, expected: "months for which entitlement is maintained" }];
    }
    if (entitlement === "reset" && months !== null) {
      return [{ place, expected: "no such key where entitlement is reset" }];
    }
    return atMost(
      `repeat_claims.${i}.contribution_months`,
      each.contribution_months,
      each.window_months ?? lastWindow(file),
      "the window",
    );
  });
}

/** The window of the last qualifying condition. */
function lastWindow({ qualifying }: SchemeFileContent): number | null {
  return qualifying.at(-1)?.window_months ?? null;
}

function referenceWages(file: SchemeFileContent): Fault[] {
  return file.reference_wage.flatMap((each, i): Fault[] => {
    const place = `reference_wage.${i}`;
    if (typeof each.kind !== "string") return [];
    if (each.kind === "last" && (each.months ?? 1) !== 1) {
      return [{ place: `${place}.months`, expected: "1 or nothing, for kind is last" }];
    }
    if (each.kind !== "last" && each.months === null) {
      return [{ place: `${place}.months`, expected: `months, for kind is ${each.kind}` }];
    }
    if (each.kind === "best" && each.window_months === null) {
      return [{ place: `${place}.window_months`, expected: "months, for kind is best" }];
    }
    return [
      ...atMost(`${place}.months`, each.months, each.window_months, "the window"),
      ...atMost(`${place}.minimum`, each.minimum, each.maximum, "the maximum"),
    ];
  });
}

function limits(file: SchemeFileContent): Fault[] {
  const all = [
    ...file.insurable_earnings.flatMap((each, i) => [
      { place: `insurable_earnings.${i}.ceiling`, limit: each.ceiling },
      { place: `insurable_earnings.${i}.floor`, limit: each.floor },
    ]),
    ...(file.minimum_benefit ?? []).map((each, i) => ({
      place: `minimum_benefit.${i}.limit`,
      limit: each.limit,
    })),
    ...(file.maximum_benefit ?? []).map((each, i) => ({
      place: `maximum_benefit.${i}.limit`,
      limit: each.limit,
    })),
  ];
  return all.flatMap(({ place, limit }): Fault[] => {
    if (limit === null) return [];
    const { amount_per_month: amount, multiple, of } = limit;
    if (amount !== null && multiple !== null) {
      return [{ place, expected: "an amount or a multiple, not both" }];
    }
    if ((multiple === null) !== (of === null)) {
      return [{ place, expected: "multiple and of together" }];
    }
    return amount !== null && file.currency === "IDR" && amount < LEAST_RUPIAH_A_MONTH
      ? [{
        place: `${place}.amount_per_month`,
        expected: "rupiah a month, not thousands or millions",
        received: String(amount),
      }]
      : [];
  });
}

function treatments(file: SchemeFileContent): Fault[] {
  return file.contingency.flatMap((version, i) =>
    Object.entries(version.reasons).flatMap(([reason, each]): Fault[] => {
      if (each === null) return [];
      const place = `contingency.${i}.reasons.${reason}`;
      const { covered, ...others } = each;
      const isBare = Object.values(others).every((value) => value === null);
      if (covered === false && !isBare) {
        return [{ place, expected: "covered = false alone, or covered = true" }];
      }
      return [
        ...atMost(
          `${place}.contribution_months`,
          each.contribution_months,
          each.window_months ?? lastWindow(file),
          "the window",
        ),
        ...atMost(
          `${place}.shortest_months`,
          each.shortest_months,
          each.longest_months,
          "the longest duration",
        ),
      ];
    })
  );
}

/** Every duration must find a rate in the taper in force with it. */
function tapersAndDurations(file: SchemeFileContent): Fault[] {
  return file.duration.flatMap((each, i): Fault[] => {
    const longest = Math.max(
      each.months ?? 0,
      each.longest_months ?? 0,
      ...(each.bands ?? []).map((band) => band.months),
      ...file.contingency.flatMap(({ reasons }) =>
        Object.values(reasons).map((own) =>
          own === null || own.rate_pct !== null ? 0 : own.longest_months ?? 0
        )
      ),
    );
    const next = file.duration[i + 1]?.from ?? Infinity;
    const together = file.benefit.flatMap((benefit, k) => {
      const end = file.benefit[k + 1]?.from ?? Infinity;
      return benefit.from < next && end > each.from ? [{ benefit, k }] : [];
    });
    return [
      ...atMost(
        `duration.${i}.shortest_months`,
        each.shortest_months,
        each.longest_months,
        "the longest duration",
      ),
      ...together.flatMap(({ benefit, k }): Fault[] => {
        const rates = benefit.rates_pct;
        return rates !== null && rates.length < longest
          ? [{
            place: `benefit.${k}.rates_pct`,
            expected: `a rate for each of ${longest} months`,
            received: `${rates.length}`,
          }]
          : [];
      }),
    ];
  });
}

function atMost(
  place: string,
  value: number | null,
  highest: number | null,
  what: string,
): Fault[] {
  if (value === null || highest === null || !(value > highest)) return [];
  const expected = `at most ${what} of ${highest}`;
  return [{ place, expected, received: String(value) }];
}
