import { formatMonth } from "@jkp/month";
import { BENEFIT_KINDS, DURATION_KINDS } from "./benefit_sections.ts";
import { durationBandProblems, wageBandProblems } from "./band_problems.ts";
import { fileKeyOf, keysByKind } from "./description.ts";
import { durationProblems } from "./duration_problems.ts";
import { atMost, type Fault } from "./fault.ts";
import { limitProblems } from "./limit_problems.ts";
import type { SchemeFileContent } from "./scheme_file.ts";
import { versionsTogether } from "./versions_together.ts";

/** The keys that a kind needs, and those that it may have; it refuses all others. */
const KEYS_BY_KIND = {
  benefit: keysByKind(BENEFIT_KINDS),
  duration: keysByKind(DURATION_KINDS),
};

/**
 * Everything in a file that cannot hold together. NaN stands for a value that could not
 * be read: no comparison with it is a fault.
 */
export function combinationProblems(file: SchemeFileContent): Fault[] {
  return [
    ...orderOfVersions(file),
    ...openPoints(file),
    ...keysOfKind("benefit", file.benefit),
    ...keysOfKind("duration", file.duration),
    ...contributionWindows(file),
    ...repeatClaims(file),
    ...referenceWages(file),
    ...limitProblems(file),
    ...treatments(file),
    ...delays(file),
    ...allowanceSteps(file),
    ...contributionRates(file),
    ...durationProblems(file),
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
    if (!Array.isArray(versions) || key === "open_points") return [];
    return versions.flatMap((version, i): Fault[] => {
      const before = versions[i - 1];
      return before !== undefined && version.from <= before.from
        ? [{
          place: `${key}.${i}.from`,
          expected: `a month after ${formatMonth(before.from)}, the version before`,
          received: formatMonth(version.from),
        }]
        : [];
    });
  });
}

/** Open points of what the scheme does not have. */
function openPoints(file: SchemeFileContent): Fault[] {
  return (file.open_points ?? []).flatMap(({ section, from }, i): Fault[] => {
    if (typeof section !== "string" || Number.isNaN(from)) return [];
    const key = fileKeyOf(section) as keyof SchemeFileContent;
    const versions: unknown = file[key] ?? [];
    const isThere = !Array.isArray(versions) ||
      versions.some((version) => !(version.from > from));
    if (isThere) return [];
    return [{
      place: `open_points.${i}.section`,
      expected: `a section that the scheme has in ${formatMonth(from)}`,
      received: key,
    }];
  });
}

function keysOfKind<Key extends "benefit" | "duration">(
  section: Key,
  versions: readonly Readonly<Record<string, unknown>>[],
): Fault[] {
  const keys = KEYS_BY_KIND[section];
  const all = new Set(
    Object.values(keys).flatMap(({ needed, optional }) => [...needed, ...optional]),
  );
  return versions.flatMap((version, i) => {
    const kind = String(version["kind"]);
    const own = keys[kind];
    if (own === undefined) return [];
    return [...all].flatMap((key): Fault[] => {
      const place = `${section}.${i}.${key}`;
      const isThere = version[key] !== null;
      if (own.needed.includes(key) && !isThere) {
        return [{
          place,
          expected: `a value, for ${section} is ${kind}`,
          received: "nothing",
        }];
      }
      return isThere && ![...own.needed, ...own.optional].includes(key)
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
    ...(["contribution_months", "consecutive_months"] as const).flatMap((key) =>
      atMost(
        `qualifying.${i}.${key}`,
        each[key],
        each.seasonal_window_months,
        "the window of seasonal workers",
      )
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
      each.window_months ?? longestWindow(file, file.repeat_claims, i),
      "the window",
    );
  });
}

/** The longest window of the qualifying conditions in force with a version. */
function longestWindow(
  { qualifying }: SchemeFileContent,
  versions: readonly { readonly from: number }[],
  i: number,
): number | null {
  const windows = versionsTogether(versions, qualifying)
    .flatMap(([, { window_months: window }, k]) => k === i ? [window] : []);
  return windows.length === 0 ? null : Math.max(...windows);
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
    if (each.kind !== "best" && each.window_months !== null) {
      const expected = `no such key where kind is ${each.kind}`;
      return [{ place: `${place}.window_months`, expected }];
    }
    return [
      ...atMost(`${place}.months`, each.months, each.window_months, "the window"),
      ...atMost(`${place}.minimum`, each.minimum, each.maximum, "the maximum"),
    ];
  });
}

/** The first step that is met is paid, so that a step after a lower one never would be. */
function allowanceSteps({ reemployment_allowance }: SchemeFileContent): Fault[] {
  return (reemployment_allowance ?? []).flatMap(({ steps }, i) =>
    steps.flatMap(({ remaining_from: remaining }, k): Fault[] => {
      const before = steps[k - 1];
      if (before === undefined || !((remaining ?? 0) >= (before.remaining_from ?? 0))) {
        return [];
      }
      const place = `reemployment_allowance.${i}.steps.${k}.remaining_from`;
      return [{ place, expected: "a share below that of the step before" }];
    })
  );
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
          each.window_months ?? longestWindow(file, file.contingency, i),
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

/** A delay of benefits by severance pay, where there is none to delay them. */
function delays(file: SchemeFileContent): Fault[] {
  return (file.severance ?? []).flatMap((each, i): Fault[] =>
    each.effect !== "none"
      ? []
      : (["above", "delay_months"] as const).flatMap((key) =>
        each[key] === null ? [] : [{
          place: `severance.${i}.${key}`,
          expected: "no such key where severance has no effect",
          received: String(each[key]),
        }]
      )
  );
}

/** A total beside parts of it that are more, and a lowest rate above the highest. */
function contributionRates(file: SchemeFileContent): Fault[] {
  return file.financing.flatMap((each, i): Fault[] => {
    const parts = [each.employee_pct, each.employer_pct, each.government_pct]
      .reduce<number>((sum, rate) => sum + (rate ?? 0), 0);
    const percent = (rate: number) => String(Number((100 * rate).toPrecision(12)));
    const { total_pct: total } = each;
    const [lowest, highest] = [
      each.employer_policy_lowest_pct,
      each.employer_policy_highest_pct,
    ];
    return [
      ...(total !== null && parts > 0 && Math.abs(parts - total) > 1e-9
        ? [{
          place: `financing.${i}.total_pct`,
          expected: `${percent(parts)}, the rates of all payers together`,
          received: percent(total),
        }]
        : []),
      ...(lowest !== null && highest !== null && lowest > highest
        ? [{
          place: `financing.${i}.employer_policy_lowest_pct`,
          expected: `at most the highest of ${percent(highest)}`,
          received: percent(lowest),
        }]
        : []),
    ];
  });
}
