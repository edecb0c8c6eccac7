import { writeFilesTogether } from "@jkp/files/write";
import { isThere } from "@jkp/files/read";
import { DataError, type Problem } from "@jkp/problem";
import { basename, dirname } from "node:path";
import { printedPage } from "./browser.ts";
import { command } from "./command.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

/** The page that `reproduce` writes. */
const USUAL_PAGE = "outputs/report.html";

const WANTED = "a page to print, such as the report.html that reproduce or value writes";

/**
 * The `pdf` command. A PDF holds when it was made, so that it is no part of what
 * `reproduce` and `value` write byte for byte, and stands in no manifest.
 *
 * @throws {DataError} If a page is not there, or there is no browser to print it.
 */
export const pdfCommand = command({
  name: "pdf",
  summary:
    `Prints a report.html that reproduce or value wrote as report.pdf beside it, by the
      Chromium, Chrome or Edge that is there, or that CHROMIUM_PATH names.`,
  operand: {
    word: "PAGE",
    about: `pages to print (default: ${USUAL_PAGE})`,
    isMany: true,
  },
}, async ({ operand }, print) => {
  const pages = operand.length === 0 ? [USUAL_PAGE] : operand;
  const problems: Problem[] = [];
  for (const file of pages) {
    const received = !await isThere(file)
      ? "no file"
      : /\.html?$/i.test(file)
      ? null
      : "a file of another ending";
    if (received !== null) problems.push({ file, received, expected: WANTED });
  }
  if (problems.length > 0) throw new DataError(problems);
  const progress = showProgress(pages.length);
  try {
    for (const page of pages) {
      progress.step(`Printing ${page}`);
      const pdf = await printedPage(page);
      const name = basename(page).replace(/\.html?$/i, ".pdf");
      writeFilesTogether(dirname(page), new Map([[name, pdf]]));
      print(`${page.replace(/[^/\\]*$/, "")}${name} printed.`);
    }
  } finally {
    progress.end();
  }
});

if (import.meta.main) await runCommand(pdfCommand);
