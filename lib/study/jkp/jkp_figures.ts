import { type Figure, inventedCaution, sourceLine } from "@jkp/exhibit";
import type { JkpExperience } from "@jkp/experience";
import { formatMonth } from "@jkp/month";
import { syntheticLabel } from "../data_labels.ts";
import { stepCorners } from "../durations/step_corners.ts";

/**
 * Figures of a register of JKP claims: recipients and claims by month, and survival in
 * benefit.
 *
 * @param study What the register shows.
 * @returns The figures.
 *
 * @example
 * ```ts
 * import { jkpExperience } from "@jkp/experience";
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { jkpFigures } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const study = jkpExperience(await readJkpRegister(await exampleJkpFolder()));
 * const [recipients] = jkpFigures(study);
 * assertEquals(recipients!.series[0]!.y.slice(1, 4), [1, 2, 2]);
 * ```
 */
export function jkpFigures(study: JkpExperience): Figure[] {
  const { survival: { steps, basis } } = study;
  // A window may begin years before the first claim.
  const isQuiet = study.byMonth.map(({ claims, recipients }) =>
    claims + recipients === 0
  );
  const byMonth = study.byMonth.slice(Math.max(0, isQuiet.indexOf(false)));
  const label = syntheticLabel(study.isSynthetic);
  const caution = inventedCaution(study, "claims and their course are invented.");
  const common = { number: "", isStacked: false, source: sourceLine(study), ...caution };
  const months = byMonth.map(({ month }) => formatMonth(month));
  // Survival holds from one number of months paid to the next.
  const stepped = (first: number, of: (step: typeof steps[number]) => number) =>
    steps.length === 0 ? { x: [], y: [] } : stepCorners(
      [0, ...steps.map(({ months: paid }) => paid)],
      [first, ...steps.map(of)].map((fraction) => 100 * fraction),
    );
  return [
    {
      ...common,
      id: "jkp_recipients",
      title: `Recipients of JKP and claims made${label}`,
      xTitle: "Month",
      yTitle: "Number",
      yUnit: "claims",
      decimals: 0,
      series: [
        {
          name: "Recipients",
          x: months,
          y: byMonth.map(({ recipients }) => recipients),
          mark: "column",
        },
        {
          name: "Claims made",
          x: months,
          y: byMonth.map(({ claims }) => claims),
          mark: "line",
        },
      ],
      notes: ["The last months are incomplete as long as payments for them come in."],
    },
    {
      ...common,
      id: "jkp_survival",
      title: `Survival in benefit, and left for work${label}`,
      xTitle: "Months paid",
      yTitle: "Share",
      yUnit: "% of claims",
      decimals: 0,
      series: [
        {
          name: "Paid for longer",
          ...stepped(1, ({ survival }) => survival),
          mark: "line",
          bands: [{
            name: "95 % interval",
            lower: stepped(1, ({ lower }) => lower).y,
            upper: stepped(1, ({ upper }) => upper).y,
          }],
        },
        {
          name: "Left for work",
          ...stepped(0, ({ toWork }) => toWork),
          mark: "line",
          isDashed: true,
          bands: [{
            name: "95 % interval",
            lower: stepped(0, ({ toWorkLower }) => toWorkLower).y,
            upper: stepped(0, ({ toWorkUpper }) => toWorkUpper).y,
          }],
        },
      ],
      notes: [`${basis}.`],
    },
  ];
}
