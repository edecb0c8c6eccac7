import { EXAMPLE_FIGURES } from "./example_items.ts";

/** Four figures in a program of their own: what a first run of the report waits for. */
const COLD = `
  const { figureToSvg } = await import(${
  JSON.stringify(new URL("./figure_to_svg.ts", import.meta.url).href)
});
  const { EXAMPLE_FIGURES } = await import(${
  JSON.stringify(new URL("./example_items.ts", import.meta.url).href)
});
  for (const figure of EXAMPLE_FIGURES) await figureToSvg(figure);`;

Deno.bench("four figures as SVG, cold", { n: 3, warmup: 0 }, async () => {
  const script = `data:application/javascript,${encodeURIComponent(COLD)}`;
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "-A", script],
    cwd: new URL("../..", import.meta.url),
    stdout: "null",
    stderr: "null",
  }).output();
  if (!success) throw new Error("Cannot time the figures: the program failed");
});

Deno.bench("four figures as SVG, plotly loaded", async () => {
  const { figureToSvg } = await import("./figure_to_svg.ts");
  for (const figure of EXAMPLE_FIGURES) await figureToSvg(figure);
});
