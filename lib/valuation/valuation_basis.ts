import type { DataLabel } from "@jkp/exhibit";
import type { StatisticsExtract } from "@jkp/extract";
import type { OpenStatistics } from "@jkp/open";
import type { Scheme } from "@jkp/scheme";
import type { QualityReport } from "@jkp/spells";
import type { SurvivalCurve } from "@jkp/survival";
import type { TimeOutOfWork } from "./assumptions/time_out_of_work.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import type { ReadingName } from "./choices.ts";
import type { ValuationFile } from "./file/valuation_file.ts";

/** A valuation's file with all that it names, read: what it is computed from. */
export interface ValuationBasis {
  readonly file: ValuationFile;
  readonly extract: StatisticsExtract;
  /** Where it stands; `null` if it was given as a value. */
  readonly extractFolder: string | null;
  /** Whether it is of single members, who were counted now. */
  readonly isOfMembers: boolean;
  /** What the rules found in single members; `null` for statistics. */
  readonly quality: QualityReport | null;
  readonly label: DataLabel;
  /** How Annex I is read. */
  readonly reading: ReadingName;
  /** What is valued; each has a name of its own. */
  readonly schemes: readonly Scheme[];
  /** All that each scenario's valuations are made from, but the law; at least one. */
  readonly scenarios: readonly ValuationInputs[];
  /** Each scenario's role. */
  readonly roles: readonly string[];
  /** Public statistics: wages abroad and minimum wages, labour by groups. */
  readonly open: OpenStatistics;
  /** How long members stay out of work, by stock and by spells. */
  readonly timeOutOfWork: TimeOutOfWork;
  /** The curve of completed spells, if the valuation takes it. */
  readonly inactivityCurve?: SurvivalCurve;
  /** The standard error at each of its points (Greenwood), as the spells show it. */
  readonly inactivityErrors?: readonly number[];
  /** What was said over the file, in words; none where it is valued as it is. */
  readonly saidOver: readonly string[];
  /** Extract, reading and choices in words; says so when data are synthetic. */
  readonly inWords: string;
}
