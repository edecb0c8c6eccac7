import type { EconomicProcess } from "@jkp/uncertainty";
import type { ValuationBasis } from "@jkp/valuation";

/** A design that a valuation cannot take. */
export interface UnfitDesign {
  readonly name: string;
  readonly title: string;
  /** The title in Indonesian; `null` where its file has none. */
  readonly titleId: string | null;
  readonly reason: string;
}

/**
 * What of a valuation an explorer computes from and says: all but the extract, of which the
 * experience is there, and public statistics. Plain: as JSON and back it is the same.
 */
export interface ExplorerValuation extends
  Pick<
    ValuationBasis,
    | "file"
    | "label"
    | "reading"
    | "scenarios"
    | "roles"
    | "isOfMembers"
    | "timeOutOfWork"
    | "inactivityCurve"
    | "saidOver"
    | "inWords"
  > {
  /** The valuation's own designs first, then all others of the project that it takes. */
  readonly schemes: ValuationBasis["schemes"];
  /** How the economy may turn out: the process that `uncertainty` takes for the valuation. */
  readonly process: EconomicProcess;
  /** Designs of the project that the valuation cannot take. */
  readonly unfit: readonly UnfitDesign[];
}

/** All that an explorer shows is computed from. */
export interface ExplorerData {
  /** At least one, each of a name of its own. */
  readonly valuations: readonly ExplorerValuation[];
}
