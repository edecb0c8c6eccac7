import {
  isServiceSeen,
  type LedgerRules,
  refuseMonthsOutside,
  SERVICE_MONTHS,
  type SpellManifest,
  type StatisticsManifest,
} from "@jkp/extract";
import { wordsOf } from "@jkp/language";
import { formatMonth, type Month } from "@jkp/month";

/** The manifest of statistics made from spells; checksums are made on writing. */
export function statisticsManifest(
  manifest: SpellManifest,
  method: string,
): StatisticsManifest {
  const { name, provider, extractMonth, firstMonth, lastMonth, synthetic, seed } =
    manifest;
  const { historyFrom } = manifest;
  return {
    name,
    provider,
    extractMonth,
    firstMonth,
    ...(historyFrom === undefined ? {} : { historyFrom }),
    lastMonth,
    form: "statistics",
    synthetic,
    method,
    ...(seed === undefined ? {} : { seed }),
    sha256: {},
  };
}

/** The manifest with the months that are to be counted. */
export function windowOf(
  manifest: SpellManifest,
  asked: {
    readonly firstMonth?: Month | undefined;
    readonly lastMonth?: Month | undefined;
  },
): SpellManifest {
  const { firstMonth = manifest.firstMonth, lastMonth = manifest.lastMonth } = asked;
  refuseMonthsOutside("Cannot count the extract", manifest, { firstMonth, lastMonth });
  return { ...manifest, firstMonth, lastMonth };
}

/** Months back that the statistics look for service, at most. */
const LONGEST_SERVICE = Math.max(...SERVICE_MONTHS);

/** What was read of spells, or of payments. */
interface RowsRead {
  readonly manifest: SpellManifest;
  /** Rows of the table that are records: spells, or payments of a ledger. */
  readonly rows: number;
  readonly spells: number;
  readonly members: number;
  readonly rowsLeftOut: number;
}

/** How the statistics were made, in words. */
export function methodOf(
  { manifest, rows, spells, members, rowsLeftOut }: RowsRead,
  windowed: SpellManifest,
): string {
  const { firstMonth, lastMonth, historyFrom } = windowed;
  const number = (value: number) => value.toLocaleString("en");
  const caution = rowsLeftOut === 0
    ? ""
    : " for their errors, so that the others are no random sample";
  const isWhole = firstMonth === manifest.firstMonth && lastMonth === manifest.lastMonth;
  const cut = isWhole
    ? ""
    : `Cut to ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}, of ${
      formatMonth(manifest.firstMonth)
    } to ${formatMonth(manifest.lastMonth)}. `;
  const history = isServiceSeen(windowed, firstMonth, LONGEST_SERVICE)
    ? ""
    : `Contributions are known from ${formatMonth(historyFrom!)} on: service of k ` +
      "months is asked from k months later. ";
  const growth = Number((100 * manifest.wageGrowthPerYear).toFixed(6));
  const { ledger } = manifest;
  const made = ledger === undefined
    ? `${number(rows)} spells of ${number(members)} members`
    : `${number(spells)} spells of ${number(members)} members, made of ` +
      `${number(rows)} payments by ${ledgerInWords(ledger)}`;
  const wages = ledger === undefined
    ? `Last wages taken back to earlier months at ${growth} % a year`
    : "Wages of members are those of the payments for each month";
  return `Counted from ${made}; ` +
    `${number(rowsLeftOut)} rows left out${caution}. ${wages}. ${cut}${history}The ${
      ledger === undefined ? "spells" : "payments"
    }: ${manifest.method.trim()}\n`;
}

/** How payments became spells, in words. */
function ledgerInWords({ gapMonths, employers, repeats }: LedgerRules): string {
  const gap = gapMonths === 0
    ? "any month without a payment ends a spell"
    : `a spell runs over up to ${
      wordsOf("en").counted(gapMonths, "month")
    } without a payment`;
  const wage = employers === "sum"
    ? "wages of several employers in a month are added"
    : "of several employers in a month the highest wage counts";
  const again = repeats === undefined
    ? ""
    : `; payments that stand again are ${repeats === "add" ? "added" : "counted once"}`;
  return `these rules: ${gap}; ${wage}${again}`;
}
