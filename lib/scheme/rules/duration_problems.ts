import { atMost, type Fault } from "./fault.ts";
import type { SchemeFileContent } from "./scheme_file.ts";
import { versionsTogether } from "./versions_together.ts";

/**
 * Shortest durations above the longest, and tapers without a rate for each month of a
 * duration that is in force with them, or that claims they are the new rates of have.
 */
export function durationProblems(file: SchemeFileContent): Fault[] {
  const { duration, benefit, contingency, running_claims: running } = file;
  const ownDurations = contingency.flatMap((version, i) =>
    Object.entries(version.reasons).flatMap(([reason, own]) =>
      own === null || own.shortest_months === null && own.longest_months === null
        ? []
        : [{ i, place: `contingency.${i}.reasons.${reason}`, own }]
    )
  );
  const longestOf = (i: number) => {
    const { months, longest_months: longest, bands } = duration[i]!;
    return Math.max(
      months ?? 0,
      longest ?? 0,
      ...(bands ?? []).map((band) => band.months),
    );
  };
  return [
    ...duration.flatMap((each, i) =>
      atMost(
        `duration.${i}.shortest_months`,
        each.shortest_months,
        each.longest_months,
        "the longest duration",
      )
    ),
    ...versionsTogether(contingency, duration).flatMap(([, , i, k]) =>
      ownDurations.filter((each) => each.i === i && each.own.longest_months === null)
        .flatMap(({ place, own }) =>
          atMost(
            `${place}.shortest_months`,
            own.shortest_months,
            longestOf(k),
            "the longest duration",
          )
        )
    ),
    ...versionsTogether(duration, benefit).flatMap((
      [, { kind, rates_pct: rates }, i, k],
    ) =>
      kind === "tapered" ? tooShort(`benefit.${k}.rates_pct`, rates, longestOf(i)) : []
    ),
    ...(running ?? []).flatMap(({ rates, from }, i) => {
      const now = benefit.findLast((each) => each.from <= from);
      if (rates !== "new" || now?.kind !== "tapered") return [];
      const before = duration.map((each, k) => each.from < from ? longestOf(k) : 0);
      return tooShort(
        `running_claims.${i}.rates`,
        now.rates_pct,
        Math.max(...before),
      );
    }),
    ...versionsTogether(contingency, benefit).flatMap(
      ([, { kind, rates_pct: rates }, i, k]) =>
        kind !== "tapered" ? [] : ownDurations
          .filter((each) => each.i === i && each.own.rate_pct === null)
          .flatMap(({ own }) =>
            tooShort(`benefit.${k}.rates_pct`, rates, own.longest_months ?? 0)
          ),
    ),
  ];
}

function tooShort(
  place: string,
  rates: readonly number[] | null,
  months: number,
): Fault[] {
  if (rates === null || !(rates.length < months)) return [];
  const expected = `a rate for each of ${months} months`;
  return [{ place, expected, received: String(rates.length) }];
}
