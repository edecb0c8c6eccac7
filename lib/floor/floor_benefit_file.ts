import { parseToml } from "@jkp/files";
import { between, toFraction, words } from "@jkp/scheme";
import * as v from "valibot";
import {
  age,
  contradictions,
  floorName,
  group,
  guarantee,
  idrPerMonth,
  indexing,
  monthsPaid,
  reference,
  sexes,
  year,
} from "./check_floor_benefit.ts";
import { type FloorBenefit, WORKING_AGE } from "./floor_benefit.ts";

const percent = (highest: number) =>
  v.pipe(
    between(0, highest, `a percentage from 0 to ${highest}`),
    v.transform(toFraction),
  );

/** What a file of `data/floor` must look like, with figures in per cent. */
const BenefitFile = v.strictObject({
  name: floorName,
  title: words,
  guarantee,
  source: words,
  target: v.strictObject({
    group,
    sex: v.optional(sexes),
    from_age: v.optional(age),
    to_age: v.optional(age),
  }),
  amount: v.strictObject({
    idr_per_month: v.optional(idrPerMonth),
    of: v.optional(reference),
    share_pct: v.optional(percent(300)),
    base_year: v.optional(year),
    indexing: v.optional(indexing),
  }),
  payment: v.strictObject({
    months_paid: monthsPaid,
    take_up_pct: percent(100),
    administration_pct: percent(100),
  }),
  sources: v.strictObject({
    target: words,
    amount: words,
    months_paid: words,
    take_up: words,
    administration: words,
  }),
});

type Content = v.InferOutput<typeof BenefitFile>;

/**
 * Reads a benefit from TOML text; `file` is its name in messages.
 *
 * @throws {DataError} With everything that is wrong: keys, values, a value without its
 * source, what does not go together.
 */
export function parseFloorBenefit(file: string, text: string): FloorBenefit {
  const content = parseToml(
    file,
    text,
    BenefitFile,
    (read) =>
      contradictions(valuesOf(read)).map((problem) => ({
        ...problem,
        place: keyInFile(problem.place!),
      })),
  );
  const { name, title, guarantee, source, payment, sources } = content;
  return {
    name,
    title,
    guarantee,
    source,
    ...valuesOf(content),
    monthsPaid: payment.months_paid,
    takeUp: payment.take_up_pct,
    administration: payment.administration_pct,
    sources: {
      target: sources.target,
      amount: sources.amount,
      monthsPaid: sources.months_paid,
      takeUp: sources.take_up,
      administration: sources.administration,
    },
  };
}

/** Target and amount of a file: what is left out of it is `null`, or all there are. */
function valuesOf({ target, amount }: Content): Pick<FloorBenefit, "target" | "amount"> {
  return {
    target: {
      group: target.group,
      sex: target.sex ?? "both",
      fromAge: target.from_age ?? (target.group === "population" ? 0 : WORKING_AGE),
      toAge: target.to_age ?? null,
    },
    amount: {
      idrPerMonth: amount.idr_per_month ?? null,
      of: amount.of ?? null,
      share: amount.share_pct ?? null,
      baseYear: amount.base_year ?? null,
      indexing: amount.indexing ?? null,
    },
  };
}

/** The key of a file for a name of the value: `share_pct` for `share`. */
const keyInFile = (place: string) =>
  place.replace(/share$/, "share_pct")
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
