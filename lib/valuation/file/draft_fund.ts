import type { StatisticsManifest } from "@jkp/extract";
import { readStatisticsExtract } from "@jkp/extract/read";
import { sumSimple } from "simple-statistics";

/**
 * Members from which an extract is taken for the nation's: JHT had 15 to 20 million who paid
 * since 2019, the largest province about 3 million.
 */
const NATIONAL_MEMBERS = 5_000_000;

/** What a drafted valuation says of the fund at the start. */
export interface DraftedFund {
  /** Keys of the file with their values; none where the law's first capital stands. */
  readonly values: Readonly<Record<string, string>>;
  /** What was drafted, and what to do, in a sentence. */
  readonly inWords: string;
}

/**
 * The fund of a valuation that is drafted: the first capital of a law is meant for the
 * nation, and would pay for everything if members of one office are set against it. So of
 * statistics with fewer members the file says 0, for its reader to decide.
 */
export async function draftFund(
  folder: string,
  { form, lastMonth }: Pick<StatisticsManifest, "lastMonth"> & { readonly form: string },
  date: string,
): Promise<DraftedFund> {
  const lawsCapital =
    "it begins with the law's first capital, if the law has one, which is " +
    "meant for the nation";
  if (form !== "statistics") {
    return {
      values: {},
      inWords:
        `Fund: ${lawsCapital}. Where the extract is of fewer, or the scheme runs ` +
        "already, write what is there into [fund].",
    };
  }
  const { active } = await readStatisticsExtract(folder);
  const members = Math.round(sumSimple(
    active.filter(({ month }) => month === lastMonth).map(({ members }) => members),
  ));
  const has = `the extract has ${members.toLocaleString("en")} members in its last month`;
  return members >= NATIONAL_MEMBERS
    ? {
      values: {},
      inWords: `Fund: ${lawsCapital}, as ${has}. Where the scheme runs already, write ` +
        "what it holds into [fund].",
    }
    : {
      values: {
        "fund.opening_idr": "0",
        "fund.date": date,
        "fund.source": JSON.stringify(
          `A draft, to be decided: ${has}, and the law's first capital is the nation's`,
        ),
      },
      inWords:
        `Fund: 0 rupiah in [fund], for ${has}, and the first capital of the law is ` +
        "meant for the nation. Write what these members' part of it is, or take [fund] " +
        "out for all of it.",
    };
}
