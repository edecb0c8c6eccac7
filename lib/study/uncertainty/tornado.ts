import { type Figure, formatNumber, type Table } from "@jkp/exhibit";
import { checkArgument, checkText } from "@jkp/problem";
import type { choiceSwitches, sensitivityGrid } from "@jkp/valuation";
import {
  movedInWords,
  signed,
  withoutEffect,
} from "../valuation_document/sensitivity_table.ts";
import { choiceInWords, choiceValueInWords } from "./choice_switches_table.ts";

type Grid = ReturnType<typeof sensitivityGrid>;
type Row = Grid["rows"][number];
type Switches = ReturnType<typeof choiceSwitches>;

/** A bar: what is moved, and by how much that moves the rate. */
interface Bar {
  readonly place: string;
  readonly points: number;
}

/** Part of the widest bar under which a choice is named in a note and has no bar. */
const SMALL = 0.01;

/** What an assumption does to the break-even rate, from one movement down and one up. */
interface Swing {
  readonly title: string;
  readonly unit: string;
  readonly down: Row;
  readonly up: Row;
}

/**
 * What moves the break-even rate, the most first: a tornado of assumptions and choices, and a
 * table of assumptions with slopes and elasticities. Of several movements of an assumption,
 * and of several other values of a choice, the widest count.
 *
 * @param grid Rates after single movements, as `sensitivityGrid` solves them.
 * @param scheme The scheme's name, for files, and its title.
 * @param source Where the figures come from.
 * @param switches Rates after single switches of choices, as `choiceSwitches` solves them.
 * @returns The figure and the table; a movement without a rate is left out, and noted.
 * @throws {RangeError} If something is missing.
 */
export function tornado(
  grid: Grid,
  scheme: { readonly name: string; readonly title: string },
  source: string,
  switches: Switches,
): { readonly figure: Figure; readonly table: Table } {
  const doing = "draw a tornado";
  checkArgument(doing, "rates as sensitivityGrid solves them", grid, [
    "asAssumed",
    "rows",
  ]);
  checkArgument(doing, "a scheme with name and title", scheme, ["name", "title"]);
  checkText(doing, "where the figures come from, as source", source);
  const assumed = grid.asAssumed.breakEven;
  const swings = swingsOf(grid.rows);
  const shown = swings.toSorted((a, b) => spreadOf(b) - spreadOf(a));
  const refused = grid.rows.filter(({ rates }) => rates === null);
  const notes = [
    `As assumed ${
      formatNumber(100 * assumed, 3)
    } % of insurable earnings, benefits and ` +
    "administration. Each assumption is moved alone; movements together do not add up.",
    ...withoutEffect(grid.rows),
    ...refused.map(({ assumption, amount, whyNot }) =>
      `${assumption.title}, ${
        movedInWords(assumption.unit, amount)
      }, left out: ${whyNot}.`
    ),
  ];
  const ofAssumptions = swings.map(({ title, unit, down, up }) =>
    [down, up].map(({ amount, differences }) => ({
      place: `${title}, ${movedInWords(unit, amount)}`,
      points: 100 * differences!.breakEven,
    }))
  );
  const ofChoices = barsOfChoices(switches);
  const widest = Math.max(...[...ofAssumptions, ...ofChoices].map(widthOf));
  const isSmall = (bars: readonly Bar[]) => widthOf(bars) < SMALL * widest;
  const moves = [...ofAssumptions, ...ofChoices.filter((bars) => !isSmall(bars))]
    .toSorted((a, b) => widthOf(b) - widthOf(a))
    .flat();
  const small = ofChoices.filter(isSmall).flat().map(({ place }) => place);
  return {
    figure: {
      id: `tornado_${scheme.name}`,
      number: "",
      title: `What moves the break-even rate: ${scheme.title}`,
      xTitle: "Assumption or choice, and how it is moved",
      yTitle: "Difference of the break-even rate",
      yUnit: "points of insurable earnings",
      decimals: 3,
      isStacked: false,
      isHorizontal: true,
      series: [{
        name: "Difference of the break-even rate",
        x: moves.map(({ place }) => place),
        y: moves.map(({ points }) => points),
        mark: "column",
      }],
      notes: [
        ...notes,
        "Choices: what the text of a reading leaves open, each decided otherwise alone.",
        ...(small.length === 0 ? [] : [
          `Choices that move the rate by less than a hundredth of the widest: ${
            small.join("; ")
          }.`,
        ]),
      ],
      source,
    },
    table: {
      id: `elasticities_${scheme.name}`,
      number: "",
      title: `What moves the break-even rate: ${scheme.title}`,
      columns: [
        { key: "assumption", title: "Assumption" },
        { key: "down", title: "Down by" },
        { key: "downRate", title: "Break-even rate", unit: "%", decimals: 3 },
        { key: "up", title: "Up by" },
        { key: "upRate", title: "Break-even rate", unit: "%", decimals: 3 },
        { key: "unit", title: "Unit" },
        { key: "slope", title: "Rate per unit", unit: "points", decimals: 4 },
        { key: "elasticity", title: "Elasticity", decimals: 2 },
      ],
      rows: shown.map((swing) => ({
        assumption: swing.title,
        down: signed(swing.down.amount),
        downRate: 100 * swing.down.rates!.breakEven,
        up: signed(swing.up.amount),
        upRate: 100 * swing.up.rates!.breakEven,
        unit: swing.unit,
        slope: 100 * slopeOf(swing),
        // Of a rate below 0, or of a movement in points, it would say nothing.
        elasticity: assumed > 0 && swing.unit.startsWith("%")
          ? 100 * slopeOf(swing) / assumed
          : null,
      })),
      notes: [
        ...notes,
        "Elasticity: per cent of the rate per per cent of the assumption, between both " +
        "movements; n.a. where the rate is below 0, or the assumption moves by points or " +
        "months.",
      ],
      source,
    },
  };
}

/** The widest movements of each assumption that have rates, one down and one up. */
function swingsOf(rows: readonly Row[]): Swing[] {
  const byName = Map.groupBy(rows, ({ assumption }) => assumption.name);
  return [...byName.values()].flatMap((all): Swing[] => {
    const sorted = all.filter(({ rates }) => rates !== null)
      .toSorted((a, b) => a.amount - b.amount);
    const [down, up] = [sorted[0], sorted.at(-1)];
    if (down === undefined || up === undefined || down.amount >= 0 || up.amount <= 0) {
      return [];
    }
    const { title, unit } = down.assumption;
    return [{ title, unit, down, up }];
  });
}

/** Bars of each choice: what lowers the rate most, and what raises it most. */
function barsOfChoices({ rows }: Switches): Bar[][] {
  const byChoice = Map.groupBy(rows, ({ choice }) => choice);
  return [...byChoice.values()].flatMap((all): Bar[][] => {
    const bars = all.flatMap(({ choice, switchedTo, differences }): Bar[] =>
      differences === null ? [] : [{
        place: `${choiceInWords(choice)}: ${choiceValueInWords(choice, switchedTo)}`,
        points: 100 * differences.breakEven,
      }]
    ).toSorted((a, b) => a.points - b.points);
    const [lowest, highest] = [bars[0], bars.at(-1)];
    if (lowest === undefined || highest === undefined) return [];
    const ends = [
      ...(lowest.points < 0 ? [lowest] : []),
      ...(highest.points > 0 ? [highest] : []),
    ];
    return [ends.length === 0 ? [highest] : ends];
  });
}

/** How far apart the rates of some bars are, and that as assumed. */
function widthOf(bars: readonly Bar[]): number {
  const points = [0, ...bars.map((bar) => bar.points)];
  return Math.max(...points) - Math.min(...points);
}

function spreadOf({ down, up }: Swing): number {
  return Math.abs(up.rates!.breakEven - down.rates!.breakEven);
}

/** Change of the rate per unit of the assumption. */
function slopeOf({ down, up }: Swing): number {
  return (up.rates!.breakEven - down.rates!.breakEven) / (up.amount - down.amount);
}
