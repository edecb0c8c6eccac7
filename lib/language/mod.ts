/**
 * In which words? What the toolkit says in English and in Indonesian, by subject, with
 * numbers, money and months as each language writes them.
 *
 * A language is a value that is handed on: whoever composes a sentence takes {@link Words},
 * or the {@link Language} to look them up by.
 *
 * @module
 */

export { inSentence } from "./in_sentence.ts";
export { type Language, LANGUAGES } from "./language.ts";
export { NOT_AVAILABLE } from "./number_format.ts";
export {
  errorIn,
  type IssueWords,
  issueWords,
  problemsIn,
  problemsOf,
  type Said,
  saidError,
  saidIfAny,
  saidTogether,
} from "./said.ts";
export { type Titled, titledIn, titleIn } from "./title_in.ts";
export { type Words, wordsOf } from "./words_of.ts";
