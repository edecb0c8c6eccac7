/**
 * A small command from its start to its end, as its user waits for it.
 *
 * @module
 */

Deno.bench("deno task claim four_contracts", { n: 10, warmup: 2 }, async () => {
  const args = ["task", "--quiet", "claim", "four_contracts"];
  await new Deno.Command(Deno.execPath(), { args }).output();
});
