import type { CarriedColumn } from "@jkp/spells";
import { sumSimple } from "simple-statistics";

/** A carried column: its labels with how common they are, per cent. */
interface CarriedShares {
  /** The label of all who work in short contracts; none: shares as for all. */
  readonly ofShortContracts?: string;
  /** Label, share of members, share of members who were laid off. */
  readonly shares: readonly (readonly [label: string, all: number, laidOff: number])[];
  /** Irrational step of the column's even numbers. */
  readonly step: number;
}

/** Which shares of a carried column hold for a member. */
export const CARRIED_FOR = { all: 0, laidOff: 1, shortContracts: 2 } as const;

/**
 * The carried columns, made up in plausible proportions for formal workers; layoffs are
 * more common in manufacturing, construction and fixed-term contracts. Short contracts
 * with breaks between them have a fixed term.
 */
const COLUMNS: Readonly<Record<string, CarriedShares>> = {
  sector: {
    step: Math.SQRT2 - 1,
    shares: [
      ["agriculture", 6, 5],
      ["mining", 3, 3],
      ["manufacturing", 33, 46],
      ["construction", 7, 14],
      ["trade", 17, 12],
      ["transport", 7, 5],
      ["accommodation", 5, 4],
      ["finance", 7, 3],
      ["other_services", 15, 8],
    ],
  },
  enterprise_size: {
    step: Math.sqrt(3) - 1,
    shares: [["micro", 5, 6], ["small", 17, 20], ["medium", 26, 27], ["large", 52, 47]],
  },
  contract: {
    step: Math.sqrt(7) - 2,
    shares: [["permanent", 62, 42], ["fixed_term", 38, 58]],
    ofShortContracts: "fixed_term",
  },
  province: {
    step: Math.sqrt(11) - 3,
    shares: [
      ["dki_jakarta", 25, 22],
      ["jawa_barat", 22, 27],
      ["jawa_timur", 14, 13],
      ["jawa_tengah", 10, 10],
      ["banten", 8, 10],
      ["sumatera_utara", 4, 4],
      ["kepulauan_riau", 3, 4],
      ["riau", 3, 2],
      ["kalimantan_timur", 3, 3],
      ["sulawesi_selatan", 3, 2],
      ["bali", 3, 1],
      ["di_yogyakarta", 2, 2],
    ],
  },
};

/** Names of the carried columns of a synthetic register. */
export const CARRIED_NAMES: readonly string[] = Object.keys(COLUMNS);

/** Steps in which a share is met. */
const STEPS = 1024;

/** Draws the carried columns: labels that a member keeps. */
export class CarriedDraws {
  readonly #columns: readonly {
    readonly name: string;
    readonly labels: readonly string[];
    readonly step: number;
    /** Codes in the order of `CARRIED_FOR`. */
    readonly codes: readonly Uint8Array[];
  }[];
  readonly #start: number;

  /** @param start Where in the distributions to begin, from 0 to 1. */
  constructor(start: number) {
    this.#start = start;
    this.#columns = CARRIED_NAMES.map((name) => {
      const { shares, step, ofShortContracts } = COLUMNS[name]!;
      const ofAll = shares.map(([, all]) => all);
      const ofOneLabel = shares.map(([label]) => label === ofShortContracts ? 1 : 0);
      return {
        name,
        step,
        labels: shares.map(([label]) => label),
        codes: [
          codesByStep(ofAll),
          codesByStep(shares.map(([, , laidOff]) => laidOff)),
          codesByStep(ofShortContracts === undefined ? ofAll : ofOneLabel),
        ],
      };
    });
  }

  /** Empty codes for so many rows, one array a column. */
  codes(rows: number): Uint8Array[] {
    return this.#columns.map(() => new Uint8Array(rows));
  }

  /**
   * Draws the codes of a member for its rows, `from` to before `to`, with the shares that
   * hold for it, one of `CARRIED_FOR`. `place` is the member's place in the register.
   */
  draw(
    place: number,
    carriedFor: number,
    codes: readonly Uint8Array[],
    from: number,
    to: number,
  ): void {
    for (let column = 0; column < codes.length; column++) {
      const { step, codes: byStep } = this.#columns[column]!;
      const even = this.#start + place * step;
      const code = byStep[carriedFor]![(even - Math.floor(even)) * STEPS | 0]!;
      const rows = codes[column]!;
      for (let row = from; row < to; row++) rows[row] = code;
    }
  }

  /** Codes with their labels, cut to so many rows. */
  columns(codes: readonly Uint8Array[], rows: number): Record<string, CarriedColumn> {
    return Object.fromEntries(
      this.#columns.map(({ name, labels }, column) => [
        name,
        { labels, codes: codes[column]!.subarray(0, rows) },
      ]),
    );
  }
}

function codesByStep(shares: readonly number[]): Uint8Array {
  const total = sumSimple(shares);
  let [code, upTo] = [0, shares[0]! / total];
  return Uint8Array.from({ length: STEPS }, (_, step) => {
    while ((step + 0.5) / STEPS > upTo && code < shares.length - 1) {
      upTo += shares[++code]! / total;
    }
    return code;
  });
}
