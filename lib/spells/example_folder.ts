/** Four spells of three members, as in a file of the contract's own column names. */
const SPELLS = `\
member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr
A1,F,1990-05,2018-01,2019-12,,,4200000
B2,M,1985-11,2017-03,2018-02,layoff,2018-03,3900000
B2,M,1985-11,2018-09,2019-12,,,4100000
C3,M,1999-01,2018-07,2019-06,,,2800000
`;

const MANIFEST = `\
name = "example"
provider = "JKP Lab (synthetic)"
extract_month = "2020-01"
first_month = "2018-01"
last_month = "2019-12"
form = "spells"
synthetic = true
method = "four spells written by hand"
`;

/**
 * Writes a small member-level extract into a new folder, for examples and tests; `files`
 * are written besides or in place of `extract.toml` and `spells.csv`.
 */
export async function exampleFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = await Deno.makeTempDir();
  const all = { "extract.toml": MANIFEST, "spells.csv": SPELLS, ...files };
  for (const [name, content] of Object.entries(all)) {
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    await Deno.writeFile(`${folder}/${name}`, bytes);
  }
  return folder;
}

/**
 * Payments of JKP, made up: a claim paid to its end at 45 and 25 per cent of 5 million, one
 * that ended with work after a payment that was sent twice, one that is running.
 */
const JKP = `\
member_id,claim_month,benefit_month,paid_on,amount_idr,outcome,outcome_month
A1,2024-01,2024-02,2024-02-05,2250000,exhausted,2024-07
A1,2024-01,2024-03,2024-03-05,2250000,exhausted,2024-07
A1,2024-01,2024-04,2024-04-03,2250000,exhausted,2024-07
A1,2024-01,2024-05,2024-05-06,1250000,exhausted,2024-07
A1,2024-01,2024-06,2024-06-04,1250000,exhausted,2024-07
A1,2024-01,2024-07,2024-07-04,1250000,exhausted,2024-07
B2,2024-03,2024-03,2024-04-10,1800000,work,2024-05
B2,2024-03,2024-04,2024-04-10,1800000,work,2024-05
B2,2024-03,2024-04,2024-04-11,1800000,work,2024-05
B2,2024-03,2024-04,2024-05-02,-1800000,work,2024-05
C3,2024-10,2024-11,2024-11-20,1650000,,
`;

const JKP_MANIFEST = `\
name = "example_jkp"
provider = "JKP Lab (synthetic)"
extract_month = "2025-01"
first_month = "2024-01"
last_month = "2024-12"
form = "spells"
synthetic = true
method = "three claims written by hand"

[tables]
jkp = ["jkp.csv"]
`;

/** Writes a small register of JKP claims, as {@link exampleFolder} writes spells. */
export function exampleJkpFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  return exampleFolder({ "extract.toml": JKP_MANIFEST, "jkp.csv": JKP, ...files });
}
