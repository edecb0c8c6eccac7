/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { type Language, LANGUAGES, titleIn, type Words, wordsOf } from "@jkp/language";
import { assumptionSources } from "@jkp/study";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ExplorerData, ExplorerValuation } from "../explorer_data.ts";
import { findValuation } from "../find_valuation.ts";
import {
  type ColumnValuer,
  filedValues,
  isOfValues,
  runColumn,
  stepsFromFiled,
  type valueAtEnds,
} from "../value_view.ts";
import { MOST_COLUMNS, type View, type ViewColumn } from "../view.ts";
import { viewAddress } from "../view_address.ts";
import { viewFiles } from "../view_files.ts";
import { Answers } from "./answers.tsx";
import { Beside } from "./beside.tsx";
import {
  type Shown,
  withChange,
  withColumn,
  withCopy,
  withoutColumn,
  withValuation,
} from "./change_view.ts";
import { citationOf } from "./citation.ts";
import { ColumnControls } from "./column_controls.tsx";
import { Figures } from "./figures.tsx";
import { rateText } from "./rate_text.ts";
import { rememberingValuer } from "./remember.ts";
import { Share } from "./share.tsx";
import {
  languageOfTitle,
  shownColumns,
  type ShownView,
  statesTerminations,
} from "./shown_column.ts";
import { Sources } from "./sources.tsx";
import { Steps } from "./steps.tsx";
import { useRanges } from "./use_ranges.ts";

interface ExplorerProps {
  readonly data: ExplorerData;
  /** Keys of the valuations' results as filed, by name. */
  readonly keys: Readonly<Record<string, string>>;
  /** What is shown first. */
  readonly view: View;
  /** What was wrong with the address, if anything. */
  readonly problems: readonly string[];
  /** The text of the page's script, of which its worker is started. */
  readonly script: string;
  /** Whether the view stands in the page's address. */
  readonly hasAddress: boolean;
}

/** The whole page. */
export function Explorer(
  { data, keys, view: first, problems, script, hasAddress }: ExplorerProps,
) {
  const [shown, setShown] = useState<Shown>({ view: first, active: 0 });
  const [value] = useState(rememberingValuer);
  const longest: ColumnValuer = (...of) => value(...of).longest;
  const { view } = shown;
  const active = Math.min(shown.active, view.columns.length - 1);
  const words = wordsOf(view.language);
  const { explorer: said } = words;
  const valuation = findValuation(data, view.valuation);
  const columns = shownColumns(valuation, view, value, words);
  const activeColumn = columns[active]!;
  const { column } = activeColumn;
  const filed = orNull(() => filedValues(valuation, column, longest));
  const sources = useSources(valuation, column, value, words);
  const ranges = useRanges(data, view, script);
  const shownView: ShownView = { valuation, view, columns, active, ranges, words };
  const address = hasAddress
    ? location.href.split("#")[0]! + viewAddress(data, view)
    : "";
  useAddress(address);
  useEffect(() => {
    document.documentElement.lang = view.language;
    document.title = `${said.title} · JKP Lab`;
  }, [view.language]);
  const setView = (part: Partial<View>) =>
    setShown({ view: { ...view, ...part }, active });
  const change = (make: (shown: Shown) => Shown) => setShown(make({ view, active }));
  return (
    <>
      <a class="skip" href="#answer" onClick={skip}>{said.skip}</a>
      <Head
        data={data}
        valuation={valuation}
        words={words}
        language={view.language}
        onLanguage={(language) => setView({ language })}
        onValuation={(name) => change((from) => withValuation(data, from, name))}
      />
      {problems.length > 0 && (
        <div class="banner problems" role="alert">
          <p>{said.badAddress}</p>
          <ul lang="en">{problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>
        </div>
      )}
      <main>
        <Answers
          {...shownView}
          onActivate={(place) => setShown({ view, active: place })}
          onCopy={(place) => {
            change((from) => withCopy(from, place));
            if (columns.length + 1 === MOST_COLUMNS) focusOn("#answer");
          }}
          onRemove={(place) => {
            change((from) => withoutColumn(from, place));
            focusOn("#answer");
          }}
        />
        <ColumnControls
          valuation={valuation}
          view={view}
          shown={activeColumn}
          filed={filed}
          filedTrialRate={orNull(() =>
            longest(valuation, { ...column, changes: {} }, null)
          )?.valuation.assumptions.trialContributionRate ??
            valuation.file.terms.trialContributionRate}
          sources={sources}
          words={words}
          onDesign={(design) => change((from) => withColumn(from, { design }))}
          onRole={(role) => change((from) => withColumn(from, { role }))}
          onChange={(name, to) => change((from) => withChange(from, name, to))}
          onTrialRate={(trialRate) => setView({ trialRate })}
          onReset={() => {
            change((from) => withColumn(from, { changes: {} }));
            focusOn("#controls-heading");
          }}
        />
        <div class="results">
          <Steps
            valuation={valuation}
            view={view}
            shown={activeColumn}
            from={stepsFromFiled(valuation, column, longest)}
            words={words}
          />
          <Figures {...shownView} />
          <Beside valuation={valuation} columns={columns} words={words} />
          <Sources
            valuation={valuation}
            shown={activeColumn}
            sources={sources}
            words={words}
          />
          <Share
            address={address}
            citation={citationOf({
              valuation,
              view,
              columns,
              key: keys[view.valuation],
              address,
            }, words)}
            files={() => viewFiles(data, view)}
            words={words}
          />
        </div>
      </main>
      <footer>
        <p>
          {said.foot}{" "}
          <span lang={languageOfTitle(valuation.file, view.language)}>
            {titleIn(valuation.file, view.language)}
          </span>: <span lang="en">{valuation.inWords}.</span>
        </p>
      </footer>
      <p class="strip" aria-hidden="true">
        {columns.map(({ place, letter, value }) => (
          <span key={place} class={`key-${place}`}>
            {letter} {value === null ? "–" : rateText(valuation, value.longest, words)}
          </span>
        ))}
      </p>
      <Announcer
        text={columns.map(({ letter, value }) =>
          said.summary(
            said.column(letter),
            value === null ? said.cannot : rateText(valuation, value.longest, words),
          )
        ).join("; ")}
      />
    </>
  );
}

/** A link in a page whose address holds the view would lose it. */
function skip(event: MouseEvent) {
  event.preventDefault();
  focusOn("#answer");
}

/** Where a keyboard goes on: a button that is gone when it is pressed would lose it. */
function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)!.focus();
}

interface HeadProps {
  readonly data: ExplorerData;
  readonly valuation: ExplorerValuation;
  readonly words: Words;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onValuation: (name: string) => void;
}

const LANGUAGE_NAMES = { en: "English", id: "Bahasa Indonesia" } as const;

function Head(
  { data, valuation, words, language, onLanguage, onValuation }: HeadProps,
) {
  const { explorer: said } = words;
  const { file, label } = valuation;
  return (
    <header>
      <div class="top">
        <p class="brand">JKP Lab · {said.brand}</p>
        <fieldset class="switch languages">
          <legend class="unseen">{said.language}</legend>
          {LANGUAGES.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="language"
                value={each}
                checked={each === language}
                onChange={() => onLanguage(each)}
              />
              <span lang={each}>{LANGUAGE_NAMES[each]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <div class="choice valuation">
        <label for="valuation">{said.valuation}</label>
        <select
          id="valuation"
          value={file.name}
          onChange={(event) => onValuation(event.currentTarget.value)}
        >
          {data.valuations.map(({ file }) => (
            <option
              key={file.name}
              value={file.name}
              lang={languageOfTitle(file, language)}
            >
              {titleIn(file, language)}
            </option>
          ))}
        </select>
        <span class="date">{said.valuationDate(file.valuationDate)}</span>
      </div>
      {label.isSynthetic && (
        <p class="banner">
          <strong>{said.synthetic}.</strong> {statesTerminations(valuation)
            ? said.structureOnly
            : said.syntheticMeans(label.extractName)}
        </p>
      )}
    </header>
  );
}

/** Where each input of a column as filed comes from, with what is changed said so. */
function useSources(
  valuation: ExplorerValuation,
  column: ViewColumn,
  value: typeof valueAtEnds,
  { explorer: said }: Words,
): Readonly<Record<string, string>> {
  const { design, role, changes } = column;
  const filed = useMemo(
    () =>
      orNull(() => {
        const asFiled = { design, role, changes: {} };
        const run = runColumn(valuation, asFiled, null);
        return assumptionSources([value(valuation, asFiled, null).longest], run);
      }),
    [valuation, design, role],
  );
  const sources: Readonly<Record<string, string>> = filed ?? {};
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      Object.hasOwn(changes, name) ? said.changedHere(source) : source,
    ]),
  );
}

/** Milliseconds of rest after which an address is written and a change is read out. */
const REST = 400;

/** Puts the view into the page's address: no new entry of its history. */
function useAddress(address: string): void {
  useEffect(() => {
    if (address === "") return;
    const timer = setTimeout(() => history.replaceState(null, "", address), REST);
    return () => clearTimeout(timer);
  }, [address]);
}

/** Tells a screen reader what came out, when the changes rest. */
function Announcer({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => setSaid(text), 2 * REST);
    return () => clearTimeout(timer);
  }, [text]);
  return <p class="unseen" aria-live="polite" role="status">{said}</p>;
}

/** What is asked for; nothing if a column cannot be valued for what it says. */
function orNull<Value>(ask: () => Value): Value | null {
  try {
    return ask();
  } catch (error) {
    if (isOfValues(error)) return null;
    throw error;
  }
}
