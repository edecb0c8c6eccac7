/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { type Titled, titleIn, type Words } from "@jkp/language";
import type { ExplorerValuation } from "../explorer_data.ts";
import { type ChangeableName, type filedValues } from "../value_view.ts";
import { ownDesigns, type View } from "../view.ts";
import { CONTROL_GROUPS, controlOf, toShown } from "./controls.ts";
import { Field, filedNumber } from "./field.tsx";
import { Key } from "./key.tsx";
import {
  isRecognition,
  isRunning,
  languageOfTitle,
  scenarioTitle,
  type ShownColumn,
} from "./shown_column.ts";
import { Source } from "./sources.tsx";

interface ControlsProps {
  readonly valuation: ExplorerValuation;
  readonly view: View;
  readonly shown: ShownColumn;
  /** Values as filed; `null` of a design that cannot be valued as it is. */
  readonly filed: ReturnType<typeof filedValues> | null;
  /** Rate at which the fund of this column is tried if nothing is changed. */
  readonly filedTrialRate: number;
  readonly sources: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly onDesign: (name: string) => void;
  readonly onRole: (role: string) => void;
  readonly onChange: (name: ChangeableName, value: number | null) => void;
  readonly onTrialRate: (rate: number | null) => void;
  readonly onReset: () => void;
}

/** All that can be changed of the column that is being changed. */
export function ColumnControls(props: ControlsProps) {
  const { valuation, shown, filed, words } = props;
  const { explorer: said } = words;
  const { column, letter, place } = shown;
  const { scenario } = valuation.scenarios[valuation.roles.indexOf(column.role)]!;
  const own = ownDesigns(valuation);
  const others = valuation.schemes.filter(({ name }) => !own.includes(name));
  const option = (design: Titled & { readonly name: string }) => (
    <option
      key={design.name}
      value={design.name}
      lang={languageOfTitle(design, words.language)}
    >
      {titleIn(design, words.language)}
    </option>
  );
  return (
    <section class={`controls key-${place}`} aria-labelledby="controls-heading">
      <h2 id="controls-heading" tabIndex={-1}>
        <Key place={place} />
        {said.controlsOf(letter)}
      </h2>
      <div class="choice">
        <label for="design">{said.design}</label>
        <select
          id="design"
          value={column.design}
          onChange={(event) => props.onDesign(event.currentTarget.value)}
        >
          <optgroup label={said.ownDesigns}>
            {valuation.schemes.filter(({ name }) => own.includes(name)).map(option)}
          </optgroup>
          <optgroup label={said.otherDesigns}>{others.map(option)}</optgroup>
        </select>
        <Source name={said.design} text={props.sources.scheme ?? ""} words={words} />
      </div>
      {valuation.unfit.length > 0 && (
        <details class="source">
          <summary>{said.unfitDesigns(words.number(valuation.unfit.length))}</summary>
          <ul lang="en">
            {valuation.unfit.map((design) => (
              <li key={design.name}>
                <span lang={languageOfTitle(design, words.language)}>
                  {titleIn(design, words.language)}
                </span>: {design.reason}.
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="choice">
        <label for="scenario">{said.scenario}</label>
        <select
          id="scenario"
          value={column.role}
          onChange={(event) => props.onRole(event.currentTarget.value)}
        >
          {valuation.roles.map((role) => (
            <option key={role} value={role}>
              {scenarioTitle(valuation, role, words)}
            </option>
          ))}
        </select>
        <Source name={said.scenario} text={scenario.source} words={words} />
      </div>
      {filed !== null &&
        Object.entries(CONTROL_GROUPS).map(([group, names]) => (
          <div key={group}>
            <h3>{said.groups[group as keyof typeof CONTROL_GROUPS]}</h3>
            {names.map((name) => (
              <Assumption
                key={`${place}-${name}`}
                {...props}
                name={name}
                filed={filed[name]}
              />
            ))}
          </div>
        ))}
      {Object.keys(column.changes).length > 0 && (
        <p>
          <button type="button" onClick={props.onReset}>{said.resetAll}</button>
        </p>
      )}
      <TrialRate {...props} />
    </section>
  );
}

/** One assumption of the column. */
function Assumption(
  { name, filed, valuation, view, shown: { column }, sources, words, onChange }:
    & Omit<ControlsProps, "filed">
    & { readonly name: ChangeableName; readonly filed: number },
) {
  const { explorer: said } = words;
  const changed = column.changes[name];
  const control = controlOf(name, changed ?? filed);
  const isRecognized = name === "involuntaryShare" && isRecognition(valuation);
  const title = isRecognized ? said.recognition : said.names[name];
  const filedText = filedNumber(toShown(filed, control), view.language);
  return (
    <Field
      id={name}
      title={title}
      help={isRecognized ? said.recognitionHelp : said.help[name]}
      control={control}
      value={changed ?? filed}
      filed={`${filedText} ${said.units[control.unit]}`}
      isChanged={changed !== undefined}
      words={words}
      language={view.language}
      onValue={(value) => onChange(name, value)}
    >
      <Source name={title} text={sources[name] ?? ""} words={words} />
    </Field>
  );
}

function TrialRate(
  { valuation, view, filedTrialRate, sources, words, onTrialRate }: ControlsProps,
) {
  const { explorer: said } = words;
  const rate = view.trialRate ?? filedTrialRate;
  const control = controlOf("trialRate", rate);
  const title = isRunning(valuation) ? said.paidRate : said.trialRate;
  const filedText = filedNumber(toShown(filedTrialRate, control), view.language);
  return (
    <div class="all-columns">
      <Field
        id="trialRate"
        title={title}
        help={said.trialRateHelp}
        control={control}
        value={rate}
        filed={`${filedText} %`}
        isChanged={view.trialRate !== null}
        words={words}
        language={view.language}
        onValue={onTrialRate}
      >
        <Source name={title} text={sources.trialContributionRate ?? ""} words={words} />
      </Field>
    </div>
  );
}
