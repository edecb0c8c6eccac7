import { type Month, parseMonth } from "@jkp/month";
import { UsageError } from "@jkp/problem";
import type { CalculationOptions } from "@jkp/entitlement";
import type { Scheme } from "@jkp/scheme";
import { parseOptions } from "./options.ts";

export const USAGE = `\
Usage: deno task claim HISTORY [options]

What a member is entitled to when an employment ends, and which rule decides.

HISTORY is one person's claim as a TOML file (or the name of an example of data/claims:
four_contracts, footnote_19), or a CSV file with the contributions of many members.

  --design NAME|FILE      whose rules: jkp_2021, proposed_2021, japan and others, or a TOML
                          file; may be given several times           (default jkp_2021)
  --month YYYY-MM         month whose rules hold              (default: of the termination)
  --quantity NAME=AMOUNT  what limits are multiples of, such as minimum_wage=1570922; may
                          be given several times      (default: such limits are left out)
  --longest               the longest duration where the source gives a range
                                                                 (default: the shortest)
  --terminations FILE     with a CSV: the ends of employment, one row a member
  --earlier-claims FILE   with a CSV: claims that were paid before
  --member ID             with a CSV: this member alone, in full
  --out FILE              with a CSV: where to write a row for each claim and design
  --json                  print as JSON
  --help                  this text

A TOML file has [[contributions]] with first_month, last_month and wage; [termination]
with month, reason, and claim_month and severance_pay if wanted; and may have [[claims]],
[member] and [employer]. CSV files have the same keys as columns, and member_id.
data/claims/README.md shows every key. Wages are those before any ceiling, a month, in the
currency of the design.

A gap: a run of contributions ends with its last_month, and months between two runs are
months without contribution. Months may also be listed one by one, with month in place of
first_month and last_month. Then none may be missing: a month without contribution is
listed with the wage "none" (in a CSV: none).

A file with problems is refused with all of them: file, place, value, what was expected.
Exits with 0 whether the member is entitled or not.`;

/** How claims are decided. */
export interface ClaimOptions extends CalculationOptions {
  /** Month whose rules hold, if not that of each termination. */
  readonly month?: Month;
}

/**
 * Reads the options of the `claim` command.
 *
 * @param args Its arguments.
 * @returns The options, and the one positional argument as `history`.
 * @throws {UsageError} If an option is unknown, or options do not go together.
 */
export function parseClaimOptions(args: readonly string[]) {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      design: { type: "string", multiple: true, default: ["jkp_2021"] },
      month: { type: "string" },
      quantity: { type: "string", multiple: true, default: [] },
      longest: { type: "boolean", default: false },
      terminations: { type: "string" },
      "earlier-claims": { type: "string" },
      member: { type: "string" },
      out: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  const [history = "", ...others] = positionals;
  if (values.help) return { ...values, history };
  if (history === "" || others.length > 0) {
    const received = positionals.join(" ") || "nothing";
    throw new UsageError(`one HISTORY is wanted, got ${received}\n\n${USAGE}`);
  }
  const isCsv = history.endsWith(".csv");
  for (const option of ["terminations", "earlier-claims", "member", "out"] as const) {
    if (isCsv || values[option] === undefined) continue;
    throw new UsageError(`--${option} wants a HISTORY ending in .csv, got ${history}`);
  }
  if (isCsv && values.terminations === undefined) {
    throw new UsageError(`${history} wants --terminations, got nothing\n\n${USAGE}`);
  }
  if (values.member !== undefined && values.out !== undefined) {
    throw new UsageError("--member or --out is wanted, got both");
  }
  return { ...values, history };
}

/**
 * How claims are decided, from the command's options.
 *
 * @param values Month, quantities and durations as given.
 * @param designs The designs that the quantities are for.
 * @returns The options of the calculator.
 * @throws {UsageError} If the month is none, or a quantity is none that a design names.
 */
export function toClaimOptions(
  values: Pick<ReturnType<typeof parseClaimOptions>, "month" | "quantity" | "longest">,
  designs: readonly Scheme[],
): ClaimOptions {
  const month = values.month === undefined ? undefined : parseMonth(values.month);
  if (values.month !== undefined && month === undefined) {
    throw new UsageError(`--month wants YYYY-MM, got ${values.month}`);
  }
  const known = [...new Set(designs.flatMap(quantitiesOf))];
  const quantities = values.quantity.map((text): [string, number] => {
    const [name = "", amount = ""] = text.split(/=(.*)/s);
    const value = amount.trim() === "" ? NaN : Number(amount.replaceAll("_", ""));
    if (!(value > 0 && value < Infinity)) {
      throw new UsageError(
        `--quantity wants NAME=AMOUNT such as minimum_wage=1570922, got ${text}`,
      );
    }
    if (known.includes(name)) return [name, value];
    const wanted = known.length === 0 ? "no quantity" : `one of ${known.join(", ")}`;
    throw new UsageError(`--quantity wants ${wanted} with these designs, got ${name}`);
  });
  return {
    quantities: Object.fromEntries(quantities),
    openDuration: values.longest ? "longest" : "shortest",
    ...(month === undefined ? {} : { month }),
  };
}

/**
 * Names of the quantities that a design's limits are multiples of.
 *
 * @param scheme The design.
 * @returns The names, each once.
 */
export function quantitiesOf({ sections }: Scheme): string[] {
  const limits = [
    ...sections.insurableEarnings.flatMap(({ ceiling, floor }) => [ceiling, floor]),
    ...sections.minimumBenefit.map(({ limit }) => limit),
    ...sections.maximumBenefit.map(({ limit }) => limit),
  ];
  return [...new Set(limits.flatMap(({ of }) => of ?? []))];
}
