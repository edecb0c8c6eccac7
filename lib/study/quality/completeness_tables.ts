import { type Column, type DataLabel, roundedPercent, type Table } from "@jkp/exhibit";
import { COMPLETE_FROM, type Completeness, completeness } from "@jkp/experience";
import { labelOfExtract, type SpellManifest } from "@jkp/extract";
import { type Language, type Words, wordsOf } from "@jkp/language";
import { formatMonth, type Month } from "@jkp/month";
import { type JkpRegister, NO_MONTH, type PaymentDelays } from "@jkp/spells";
import { numberOrNull } from "../number_or_null.ts";

/** What is counted of a month, and how complete it is. */
interface Counted {
  readonly key: string;
  readonly title: string;
  readonly months: Completeness;
}

/**
 * How complete the months of a ledger are, from the dates of its payments: member-months and
 * wages as counted, the fraction of all, and what they come to.
 *
 * @param delays What was counted when the ledger was read.
 * @param manifest Of the ledger.
 * @param language Language of the table.
 * @returns The table; none where the ledger has no dates of payment.
 *
 * @example Half of each month is paid a month later
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { PaymentDelays } from "@jkp/spells";
 * import { exampleFolder } from "../../spells/example_folder.ts";
 * import { openRegister } from "@jkp/spells/read";
 * import { paymentCompletenessTables } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await openRegister(await exampleFolder()); // 2018 and 2019
 * const delays = new PaymentDelays();
 * for (let month = manifest.firstMonth; month <= manifest.lastMonth; month++) {
 *   const half = { month, memberMonths: 50, wagesIdr: 200_000_000 };
 *   delays.add([{ ...half, paidOn: month }]);
 *   if (month < manifest.lastMonth) delays.add([{ ...half, paidOn: month + 1 }]);
 * }
 * const [table] = paymentCompletenessTables(delays, manifest);
 * const { month, reported, completed, reading } = table!.rows.at(-1)!;
 * assertEquals([month, reported, completed, reading], ["2019-12", 50, 100, "incomplete"]);
 * ```
 */
export function paymentCompletenessTables(
  delays: PaymentDelays,
  manifest: SpellManifest,
  language: Language = "en",
): Table[] {
  const rows = delays.rows().filter(({ month }) => month >= manifest.firstMonth);
  const { firstMonth, lastMonth, extractMonth } = manifest;
  if (!rows.some(({ month, delay }) => month + delay < extractMonth)) return [];
  const of = (
    count: (row: Pick<typeof rows[0], "memberMonths" | "wagesIdr">) => number,
  ) =>
    completeness(
      rows.map(({ month, delay, ...row }) => ({ month, delay, count: count(row) })),
      { firstMonth, lastMonth, extractMonth, language },
    );
  const { undated } = delays;
  const words = wordsOf(language).completeness;
  return [tableOf({
    id: "payments_complete",
    title: words.title,
    counted: [
      {
        key: "",
        title: words.memberMonths,
        months: of(({ memberMonths }) => memberMonths),
      },
      { key: "wages_", title: words.wages, months: of(({ wagesIdr }) => wagesIdr) },
    ],
    label: labelOfExtract(manifest, language),
    notes: undated === 0 ? [] : [words.undated(undated)],
    language,
  })];
}

/**
 * How complete the months of a register of JKP claims are, from the dates of its payments:
 * recipients by the month that was paid for, and claims by the month in which they were made,
 * which a register of payments knows when they are paid first.
 *
 * @param register The register.
 * @returns The tables; none where the register has no dates of payment.
 *
 * @example The example's payments are too few, but dated
 * ```ts
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { jkpCompletenessTables } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const tables = jkpCompletenessTables(await readJkpRegister(await exampleJkpFolder()));
 * assertEquals(tables.map(({ id }) => id), [
 *   "jkp_recipients_complete",
 *   "jkp_claims_complete",
 * ]);
 * ```
 */
export function jkpCompletenessTables(register: JkpRegister): Table[] {
  const label = labelOfExtract(register.manifest);
  const { recipients, claims } = jkpCompleteness(register);
  const of = (id: string, title: string, what: string, months?: Completeness) =>
    months === undefined ? [] : [tableOf({
      id,
      title,
      counted: [{ key: "", title: what, months }],
      label,
      notes: [],
      language: "en",
    })];
  return [
    ...of(
      "jkp_recipients_complete",
      "Recipients of JKP by month paid for: how complete they are",
      "Recipients",
      recipients,
    ),
    ...of(
      "jkp_claims_complete",
      "Claims of JKP by month, known from their first payment: how complete they are",
      "Claims",
      claims,
    ),
  ];
}

/** How complete recipients and claims of a register are; nothing without dates of payment. */
export function jkpCompleteness(register: JkpRegister): {
  readonly recipients?: Completeness;
  readonly claims?: Completeness;
} {
  const { manifest, claims, benefits, hasPaymentDates, hasClaimMonths } = register;
  if (benefits === undefined || !hasPaymentDates) return {};
  const dated = [...benefits.month.keys()].filter((i) => benefits.paidOn[i] !== NO_MONTH);
  const firstPaid = new Map<number, Month>();
  for (const i of dated) {
    const claim = benefits.claim[i]!;
    const known = firstPaid.get(claim) ?? Infinity;
    firstPaid.set(claim, Math.min(known, benefits.paidOn[i]!));
  }
  const { firstMonth, extractMonth } = manifest;
  const window = { firstMonth, lastMonth: extractMonth - 1, extractMonth };
  const of = (rows: readonly Paid[]) => {
    const own = rows.filter(({ month }) => month >= window.firstMonth)
      .map(({ month, paidOn }) => ({
        month,
        delay: Math.max(0, paidOn - month),
        count: 1,
      }));
    const isKnown = own.some(({ month, delay }) => month + delay < window.extractMonth);
    return isKnown ? completeness(own, window) : undefined;
  };
  const ofRecipients = of(
    dated.map((i) => ({ month: benefits.month[i]!, paidOn: benefits.paidOn[i]! })),
  );
  const ofClaims = hasClaimMonths
    ? of(
      [...firstPaid].map(([claim, paidOn]) => ({
        month: claims.claimMonth[claim]!,
        paidOn,
      })),
    )
    : undefined;
  return {
    ...(ofRecipients && { recipients: ofRecipients }),
    ...(ofClaims && { claims: ofClaims }),
  };
}

/** What was paid for a month. */
interface Paid {
  readonly month: Month;
  readonly paidOn: Month;
}

function columnsOf({ key, title }: Counted, words: Words["completeness"]): Column[] {
  const share = { unit: "%", decimals: 1, group: words.ofAll(title) };
  return [
    { key: `${key}counted`, title, unit: words.recordedUnit },
    { key: `${key}reported`, title: words.recorded, ...share },
    { key: `${key}lower`, title: words.lower, ...share },
    { key: `${key}upper`, title: words.upper, ...share },
    { key: `${key}completed`, title: words.completed, unit: words.expectedUnit },
  ];
}

/** A table of what is counted by month, side by side; the first says how to read a month. */
function tableOf({ id, title, counted, label, notes, language }: {
  readonly id: string;
  readonly title: string;
  readonly counted: readonly [Counted, ...Counted[]];
  readonly label: DataLabel;
  readonly notes: readonly string[];
  readonly language: Language;
}): Table {
  const { completeness: words, valuation: { data } } = wordsOf(language);
  const [{ months: leading }] = counted;
  const percent = (fraction: number) => numberOrNull(100 * fraction);
  return {
    id,
    number: "",
    title: title + (label.isSynthetic ? words.synthetic : ""),
    columns: [
      { key: "month", title: words.month },
      ...counted.flatMap((each) => columnsOf(each, words)),
      { key: "reading", title: words.reading },
    ],
    rows: leading.months.map(({ month, isComplete }, i) => ({
      month: formatMonth(month),
      ...Object.assign(
        {},
        ...counted.map(({ key, months }) => {
          const own = months.months[i]!;
          return {
            [`${key}counted`]: own.counted,
            [`${key}reported`]: percent(own.reported),
            [`${key}lower`]: percent(own.lower),
            [`${key}upper`]: percent(own.upper),
            [`${key}completed`]: numberOrNull(own.completed),
          };
        }),
      ),
      reading: isComplete ? words.complete : words.incomplete,
    })),
    notes: [
      words.noFall,
      leading.completeTo === null
        ? words.noneToRead
        : words.cutAfter(leading.completeTo, roundedPercent(COMPLETE_FROM, 1)),
      ...notes,
      ...leading.basis,
      ...leading.notes,
    ],
    source: `JKP Lab: ${data(label.extractName, label.isSynthetic)}.`,
    language,
  };
}
