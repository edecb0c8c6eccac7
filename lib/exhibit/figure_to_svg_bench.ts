import { EXAMPLE_FIGURES } from "./example_items.ts";
import { figureToSvg } from "./figure_to_svg.ts";

const program = new URL("./draw_examples.ts", import.meta.url).href;

Deno.bench("four figures as SVG, in a fresh program", { n: 5, warmup: 0 }, async () => {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--allow-read", "--allow-env", "--allow-sys", program],
    stdout: "null",
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("Cannot time the figures: the program failed");
});

Deno.bench("four figures as SVG, plotly loaded", async () => {
  for (const figure of EXAMPLE_FIGURES) await figureToSvg(figure);
});
