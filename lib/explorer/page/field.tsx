/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Language, Words } from "@jkp/language";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import {
  type Control,
  fieldProblem,
  fromShown,
  numberOfField,
  toShown,
} from "./controls.ts";

interface FieldProps {
  /** Stands in ids: each once in a page. */
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly control: Control;
  readonly value: number;
  /** What stands there if nothing is changed, in words. */
  readonly filed: string;
  readonly isChanged: boolean;
  readonly words: Words;
  readonly language: Language;
  readonly children?: ComponentChildren;
  readonly onValue: (value: number | null) => void;
}

/** One number by slider and by field; what cannot be is refused beside it. */
export function Field(
  {
    id,
    title,
    help,
    control,
    value,
    filed,
    isChanged,
    words,
    language,
    children,
    onValue,
  }: FieldProps,
) {
  const { explorer: said } = words;
  /** What is being typed, until it is the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const shown = toShown(value, control);
  const problem = typed === null ? null : problemInWords(typed, control, words);
  const unit = said.units[control.unit];
  const text = typed ?? (isChanged ? plainNumber : filedNumber)(shown, language);
  const type = (written: string) => {
    setTyped(written);
    const number = numberOfField(written, control);
    if (number === null || fieldProblem(control, number) !== null) return;
    if (number !== shown) onValue(fromShown(number, control));
  };
  return (
    <div class={`field${isChanged ? " is-changed" : ""}${problem ? " is-wrong" : ""}`}>
      <label for={id}>
        <span class="name">{title}</span>
        <span class="help">{help}</span>
      </label>
      <span class="number">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-filed${problem === null ? "" : ` ${id}-problem`}`}
          onInput={(event) =>
            type(event.currentTarget.value)}
          onBlur={() => setTyped(problem === null ? null : typed)}
        />
        <span class="unit">{unit}</span>
      </span>
      <input
        type="range"
        aria-label={said.sliderOf(title)}
        aria-valuetext={`${plainNumber(shown, language)} ${unit}`}
        min={control.from}
        max={control.to}
        step={control.step}
        value={shown}
        data-name={id}
        onInput={(event) => {
          setTyped(null);
          onValue(fromShown(Number(event.currentTarget.value), control));
        }}
      />
      {problem !== null && <p class="problem" id={`${id}-problem`}>{problem}</p>}
      <div class="foot">
        <p class="filed">
          <span id={`${id}-filed`}>{said.asFiled(filed)}</span>
          {(isChanged || problem !== null) && (
            <button
              type="button"
              class="small"
              aria-label={said.resetOf(title)}
              onClick={() => {
                setTyped(null);
                onValue(null);
                document.getElementById(id)!.focus();
              }}
            >
              {said.reset}
            </button>
          )}
        </p>
        {children}
      </div>
    </div>
  );
}

/** A number as it would be typed. */
export function plainNumber(value: number, language: Language): string {
  return inLanguage(String(Number(value.toPrecision(10))), language);
}

/** A number as it is filed, of which a field shows what has room. */
export function filedNumber(value: number, language: Language): string {
  return inLanguage(String(Number(value.toFixed(3))), language);
}

function inLanguage(text: string, language: Language): string {
  return language === "id" ? text.replace(".", ",") : text;
}

/** As many signs of what was typed as a problem repeats. */
const MOST_TYPED = 40;

function problemInWords(typed: string, control: Control, words: Words): string | null {
  const { explorer: said, number } = words;
  const value = numberOfField(typed, control);
  if (value === null) {
    const [start, rest] = [typed.slice(0, MOST_TYPED), typed.slice(MOST_TYPED)];
    return said.notANumber(rest === "" ? start : `${start}…`);
  }
  const unit = said.units[control.unit];
  const [from, to] = [number(control.lowest, 0), number(control.highest, 0)];
  switch (fieldProblem(control, value)) {
    case "range":
      return (control.isLowestOut ? said.above : said.between)(from, to, unit);
    case "lowest":
      return said.atLeast(from, unit);
    case "whole":
      return said.whole;
    case null:
      return null;
  }
}
