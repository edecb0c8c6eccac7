/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { titleIn, type Words } from "@jkp/language";
import type { SchemeValuation } from "@jkp/valuation";
import type { ExplorerValuation } from "../explorer_data.ts";
import type { stepsFromFiled, ViewStep } from "../value_view.ts";
import type { View } from "../view.ts";
import { controlOf, toShown } from "./controls.ts";
import { filedNumber, plainNumber } from "./field.tsx";
import { Heading } from "./heading.tsx";
import {
  headlineOf,
  isRecognition,
  isRunning,
  languageOfTitle,
  scenarioTitle,
  type ShownColumn,
} from "./shown_column.ts";

interface StepsProps {
  readonly valuation: ExplorerValuation;
  readonly view: View;
  readonly shown: ShownColumn;
  readonly from: ReturnType<typeof stepsFromFiled>;
  readonly words: Words;
}

/** What of a column differs from the valuation as filed, with what each thing costs. */
export function Steps({ valuation, view, shown, from, words }: StepsProps) {
  const { explorer: said, number } = words;
  const { filed, steps } = from;
  const rate = (value: SchemeValuation | null) =>
    value === null ? null : headlineOf(valuation, value).rate;
  const decimals = isRunning(valuation) ? 3 : 2;
  const inWords = (value: number | null) =>
    value === null ? "–" : number(100 * value, decimals);
  const difference = (after: number | null, before: number | null) => {
    if (after === null || before === null) return "–";
    const text = inWords(after - before);
    return text.startsWith("−") || /^[0.,]*$/.test(text) ? text : `+${text}`;
  };
  return (
    <section class="steps" aria-labelledby="steps-heading">
      <Heading id="steps-heading" valuation={valuation} words={words}>
        {said.steps}
      </Heading>
      {steps.length === 0 ? <p>{said.noSteps(shown.letter)}</p> : (
        <>
          <div class="scroll" tabIndex={0} role="group" aria-labelledby="steps-heading">
            <table>
              <caption>{said.stepsOf(shown.letter)}</caption>
              <thead>
                <tr>
                  <th scope="col">{said.step}</th>
                  <th scope="col">{said.from}</th>
                  <th scope="col">{said.to}</th>
                  <th scope="col" class="number">
                    {said.rate}
                    <span class="unit">%</span>
                  </th>
                  <th scope="col" class="number">
                    {said.difference}
                    <span class="unit">{said.points}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{said.asFiledRow}</th>
                  <td></td>
                  <td></td>
                  <td class="number">{inWords(rate(filed))}</td>
                  <td></td>
                </tr>
                {steps.map((step, i) => {
                  const before = i === 0 ? filed : steps[i - 1]!.after;
                  return (
                    <tr key={step.name}>
                      <th scope="row">{nameOf(step, valuation, words)}</th>
                      <td>{valueOf(step, step.from, { valuation, view, words })}</td>
                      <td>{valueOf(step, step.to, { valuation, view, words })}</td>
                      <td class="number">{inWords(rate(step.after))}</td>
                      <td class="number">{difference(rate(step.after), rate(before))}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          <p class="note">{said.stepsNote}</p>
        </>
      )}
    </section>
  );
}

function nameOf(
  { name }: ViewStep,
  valuation: ExplorerValuation,
  { explorer: said }: Words,
): string {
  if (name === "design") return said.design;
  if (name === "scenario") return said.scenario;
  return name === "involuntaryShare" && isRecognition(valuation)
    ? said.recognition
    : said.names[name];
}

function valueOf(
  { name, from }: ViewStep,
  value: string | number,
  { valuation, view, words }: Pick<
    StepsProps,
    "valuation" | "view" | "words"
  >,
) {
  if (name === "design") {
    const scheme = valuation.schemes.find(({ name }) => name === value);
    if (scheme === undefined) return value;
    const { language } = words;
    return (
      <span lang={languageOfTitle(scheme, language)}>{titleIn(scheme, language)}</span>
    );
  }
  if (name === "scenario") return scenarioTitle(valuation, String(value), words);
  if (Number.isNaN(value)) return "–";
  const control = controlOf(name, Number(value));
  const isFiled = value === from;
  const shown = (isFiled ? filedNumber : plainNumber)(
    toShown(Number(value), control),
    view.language,
  );
  return `${shown} ${words.explorer.units[control.unit]}`;
}
