import {
  capitalized,
  formatNumber,
  keyInWords,
  sectionInWords,
  type Table,
} from "@jkp/exhibit";
import { checkArgument, checkText } from "@jkp/problem";
import type { ChoiceSwitch, choiceSwitches } from "@jkp/valuation";

/**
 * The rates of a scheme with each choice of its reading decided otherwise, one at a time.
 *
 * @param switches Rates, as `choiceSwitches` solves them.
 * @param scheme The scheme's name, for files, and its title.
 * @param source Where the figures come from.
 * @returns The table, a row a switch; choices on which no rate depends stand in its notes.
 * @throws {RangeError} If something is missing.
 */
export function choiceSwitchesTable(
  switches: ReturnType<typeof choiceSwitches>,
  scheme: { readonly name: string; readonly title: string },
  source: string,
): Table {
  const doing = "show switched choices";
  checkArgument(doing, "rates as choiceSwitches solves them", switches, [
    "asAssumed",
    "rows",
  ]);
  checkArgument(doing, "a scheme with name and title", scheme, ["name", "title"]);
  checkText(doing, "where the figures come from, as source", source);
  const { asAssumed, rows } = switches;
  const byChoice = [...Map.groupBy(rows, ({ choice }) => choice)];
  const still = byChoice.filter(([, all]) => all.every(isWithoutEffect));
  const rate = { unit: "%", decimals: 3 } as const;
  const difference = { unit: "points", decimals: 4 } as const;
  return {
    id: `choices_${scheme.name}`,
    number: "",
    title: `Choices decided otherwise, each alone: ${scheme.title}`,
    columns: [
      { key: "choice", title: "Choice" },
      { key: "inForce", title: "In force" },
      { key: "switchedTo", title: "Switched to" },
      { key: "suggested", title: "Suggested rate", ...rate },
      { key: "suggestedMoved", title: "Difference", ...difference },
      { key: "breakEven", title: "Break-even rate", ...rate },
      { key: "breakEvenMoved", title: "Difference", ...difference },
    ],
    rows: [
      {
        choice: "As assumed",
        inForce: "",
        switchedTo: "",
        suggested: 100 * asAssumed.suggested,
        suggestedMoved: 0,
        breakEven: 100 * asAssumed.breakEven,
        breakEvenMoved: 0,
      },
      ...byChoice.filter(([, all]) => !all.every(isWithoutEffect))
        .flatMap(([, all]) => all)
        .map(({ choice, inForce, switchedTo, rates, differences }) => ({
          choice: choiceInWords(choice),
          inForce: choiceValueInWords(choice, inForce),
          switchedTo: choiceValueInWords(choice, switchedTo),
          suggested: rates === null ? null : 100 * rates.suggested,
          suggestedMoved: differences === null ? null : 100 * differences.suggested,
          breakEven: rates === null ? null : 100 * rates.breakEven,
          breakEvenMoved: differences === null ? null : 100 * differences.breakEven,
        })),
    ],
    notes: [
      "Benefits and administration, of insurable earnings. Each choice is decided " +
      "otherwise alone; switches together do not add up.",
      ...(still.length === 0 ? [] : [
        `No rate depends on these choices under this basis: ${
          still.map(([choice]) => choiceInWords(choice).toLowerCase()).join(", ")
        }.`,
      ]),
      ...rows.flatMap(({ choice, switchedTo, whyNot }) =>
        whyNot === null ? [] : [
          `${choiceInWords(choice)}, ${
            choiceValueInWords(choice, switchedTo)
          }: ${whyNot}.`,
        ]
      ),
    ],
    source,
  };
}

/** What rounding can do to a rate. */
const ROUNDING = 1e-12;

function isWithoutEffect({ differences }: ChoiceSwitch): boolean {
  return differences !== null &&
    Object.values(differences).every((moved) => Math.abs(moved) < ROUNDING);
}

/** A choice as a reader meets it, for example "Beneficiary method". */
export function choiceInWords(choice: ChoiceSwitch["choice"]): string {
  return capitalized(sectionInWords(choice));
}

/** What a choice is: its word, or its rate in per cent. */
export function choiceValueInWords(
  choice: ChoiceSwitch["choice"],
  value: ChoiceSwitch["switchedTo"],
): string {
  if (typeof value === "string") return keyInWords(value).replace(/\bgdp\b/, "GDP");
  const perYear = choice === "memberGrowthBeforeBaseYear" ? " a year" : "";
  return `${formatNumber(100 * value, 2)} %${perYear}`;
}
