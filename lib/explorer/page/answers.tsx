/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import type { SchemeValuation } from "@jkp/valuation";
import type { ExplorerValuation } from "../explorer_data.ts";
import { MOST_COLUMNS, type View } from "../view.ts";
import { Key } from "./key.tsx";
import { rateText } from "./rate_text.ts";
import type { ShownRange } from "./use_ranges.ts";
import {
  breakEvenRates,
  isPaid,
  isRunning,
  type ShownColumn,
  type ShownView,
} from "./shown_column.ts";

interface AnswersProps extends ShownView {
  readonly onActivate: (place: number) => void;
  readonly onCopy: (place: number) => void;
  readonly onRemove: (place: number) => void;
}

/** The answers: a card a column, with its rate in large digits. */
export function Answers(props: AnswersProps) {
  const { columns, words: { explorer: said } } = props;
  return (
    <section id="answer" class="answers" aria-labelledby="answer-heading" tabIndex={-1}>
      <h2 id="answer-heading">{said.answer}</h2>
      <ul class={`cards of-${columns.length}`}>
        {columns.map((shown) => <Card key={shown.place} shown={shown} {...props} />)}
      </ul>
    </section>
  );
}

function Card(
  {
    shown,
    valuation,
    view,
    columns,
    active,
    ranges,
    words,
    onActivate,
    onCopy,
    onRemove,
  }:
    & AnswersProps
    & { readonly shown: ShownColumn },
) {
  const { explorer: said } = words;
  const {
    place,
    letter,
    column,
    designTitle,
    designLanguage,
    scenarioTitle,
    value,
    refused,
  } = shown;
  const isActive = place === active;
  const count = Object.keys(column.changes).length;
  return (
    <li class={`card key-${place}${isActive ? " active" : ""}`}>
      <h3>
        <Key place={place} />
        <span lang={designLanguage}>{designTitle}</span>
      </h3>
      <p class="of">
        {scenarioTitle}
        {count > 0 && <strong class="changed">{said.isChanged}</strong>}
        {valuation.label.isSynthetic && <strong class="badge">{said.synthetic}</strong>}
      </p>
      {value === null
        ? (
          <p class="refused" role="status">
            <strong>{said.cannot}.</strong> <span lang="en">{refused}</span>
          </p>
        )
        : (
          <Rates
            valuation={valuation}
            view={view}
            value={value.longest}
            range={ranges[place] ?? null}
            words={words}
          />
        )}
      {value?.shortest != null && (
        <p class="more">
          {said.shortest(
            words.number(value.shortest.durationMonths),
            rateText(valuation, value.shortest, words),
          )}
        </p>
      )}
      <p class="buttons">
        {columns.length > 1 && (
          <button
            type="button"
            aria-pressed={isActive}
            aria-label={said.changeColumn(letter)}
            onClick={() => onActivate(place)}
          >
            {said.change}
          </button>
        )}
        {columns.length < MOST_COLUMNS && (
          <button
            type="button"
            aria-label={said.copyColumn(letter)}
            onClick={() => onCopy(place)}
          >
            {said.copy}
          </button>
        )}
        {columns.length > 1 && (
          <button
            type="button"
            aria-label={said.removeColumn(letter)}
            onClick={() => onRemove(place)}
          >
            {said.remove}
          </button>
        )}
      </p>
    </li>
  );
}

function Rates({ valuation, view, value, range, words }: {
  readonly valuation: ExplorerValuation;
  readonly view: View;
  readonly value: SchemeValuation;
  readonly range: ShownRange | null;
  readonly words: Words;
}) {
  const { explorer: said, number } = words;
  const { valuation: { years, financing, assumptions }, suggestedRate } = value;
  const [first, last] = [years[0]!, years.at(-1)!];
  const { minimumRate, exhaustionYear } = financing.benefit_and_administrative;
  const percent = (rate: number, decimals: number) => `${number(100 * rate, decimals)} %`;
  const runs = isRunning(valuation);
  const breakEven = breakEvenRates(value);
  const year = (of: number) => number(of, 0, false);
  const facts: readonly (readonly [string, string])[] = runs
    ? [
      [
        isPaid(valuation, view, value) ? said.paid : said.tried,
        percent(assumptions.trialContributionRate, 2),
      ],
      [said.costLast(year(last.year)), percent(last.paygCostRate, 3)],
      [said.breakEvenAlone, percent(breakEven.alone, 3)],
      [said.breakEvenWithFund, percent(breakEven.withFund, 3)],
      [said.suggestedWithFund, percent(suggestedRate, 2)],
    ]
    : [
      [said.minimum, percent(minimumRate, 2)],
      [said.costLast(year(last.year)), percent(last.paygCostRate, 2)],
    ];
  return (
    <>
      <p class="rate">
        <span class="what">
          {runs ? said.costIn(year(first.year)) : said.suggested}
        </span>
        {/* Read out when a change rests, not at each frame of a slider. */}
        <output class="digits" aria-live="off" data-rate>
          {rateText(valuation, value, words)}
        </output>
        <span class="what">{said.ofEarnings}</span>
      </p>
      <RangeText valuation={valuation} range={range} words={words} />
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="number">{text}</dd>
          </div>
        ))}
        <div>
          <dt class="number">
            {said.atTrial(percent(assumptions.trialContributionRate, 2))}
          </dt>
          <dd>
            {exhaustionYear === null
              ? said.fundLasts
              : said.fundOverdrawn(year(exhaustionYear))}
          </dd>
        </div>
      </dl>
    </>
  );
}

/** Between which rates nine in ten paths of the economy lie; grey until it is drawn. */
function RangeText({ valuation, range, words }: {
  readonly valuation: ExplorerValuation;
  readonly range: ShownRange | null;
  readonly words: Words;
}) {
  const { explorer: said, number } = words;
  if (range === null) return <p class="range stale">{said.range.drawing}</p>;
  const { range: drawn, isCurrent } = range;
  if ("reason" in drawn) {
    return (
      <p class="range">
        {said.range.none} <span lang="en">{drawn.reason}</span>
      </p>
    );
  }
  const runs = isRunning(valuation);
  const at = (probability: number) =>
    number(
      100 * (runs
        ? drawn.paygCostRate.quantiles[probability]![0]!
        : drawn.suggestedRate[probability]!),
      runs ? 3 : 2,
    );
  return (
    <p class={isCurrent ? "range" : "range stale"}>
      {said.range.inNineOfTen(at(0.05), at(0.95), number(drawn.paths))}
    </p>
  );
}
