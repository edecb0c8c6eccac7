import { parseToml } from "@jkp/files";
import { readNamedFile } from "@jkp/files/read";
import { between, toFraction, words } from "@jkp/scheme";
import * as v from "valibot";

const RATE = "a percentage of earnings from 0 to 100, such as 0.36";

/** A file of `data/asked_rates`: per cent as it stands there, a fraction when read. */
const AskedRatesFile = v.strictObject({
  rates: v.array(
    v.strictObject({
      contribution_rate_pct: v.pipe(between(0, 100, RATE), v.transform(toFraction)),
      title: words,
      source: words,
    }),
    "a [[rates]] for each rate",
  ),
});

/**
 * Contribution rates, fractions, at which it is asked when a fund runs out, where nobody says
 * others.
 */
export async function usualAskedRates(): Promise<readonly number[]> {
  const { path, text } = await readNamedFile("asked_rates", "usual");
  return parseToml(path, text, AskedRatesFile).rates
    .map(({ contribution_rate_pct }) => contribution_rate_pct);
}
