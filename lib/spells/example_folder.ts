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
