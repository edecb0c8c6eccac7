/** An interval around every value of a series. */
export interface Band {
  /** What it is, for example "95 % interval". */
  readonly name: string;
  /** Lower ends, in the unit of the series; as many as its values. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** One line or set of columns of a {@link Figure}. */
export interface Series {
  readonly name: string;
  readonly x: readonly (number | string)[];
  /** Values, in the unit of the series' axis; as many as x. */
  readonly y: readonly number[];
  /** How it is drawn; `dots` shows single published points beside a line. */
  readonly mark: "line" | "column" | "dots";
  /** Whether it is measured on the right axis. */
  readonly isOnRight?: boolean;
  /**
   * Whether a line is dashed, as the level of a mean or of a printed number is.
   * @default false
   */
  readonly isDashed?: boolean;
  /**
   * Intervals around the values, the widest first: ribbons around a line, strokes through
   * dots; a gap where an end is not finite. Columns have none.
   * @default none
   */
  readonly bands?: readonly Band[];
  /**
   * Whether it stands in the figure's table and files alone, as one that would press all
   * others to the axis.
   * @default false
   */
  readonly isInTableOnly?: boolean;
}

/** A second vertical axis, for series in another unit. */
export interface RightAxis {
  readonly title: string;
  readonly unit: string;
  /** Decimals of values. */
  readonly decimals: number;
}

/** A figure as plain values: every drawing and file is made from it. */
export interface Figure {
  /** File name without ending, for example `figure_3_2`. */
  readonly id: string;
  /** The report's number, for example `3.2`. */
  readonly number: string;
  readonly title: string;
  /**
   * What nobody who sees the figure may miss, for example that its months are invented;
   * stands under the title in a colour of its own.
   * @default none
   */
  readonly caution?: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Unit of the values, for example "% of insurable earnings". */
  readonly yUnit: string;
  /** Decimals of value labels. */
  readonly decimals: number;
  /** Whether columns stand on each other. */
  readonly isStacked: boolean;
  /**
   * Values written over stacks, by place, where they are not the sum of the parts.
   * @default none
   */
  readonly stackValues?: Readonly<Record<string, number>>;
  /**
   * Whether columns lie down, which gives room to many places with long names.
   * @default false
   */
  readonly isHorizontal?: boolean;
  /** The axis of the series that are `isOnRight`; none if there is no such series. */
  readonly right?: RightAxis;
  readonly series: readonly Series[];
  readonly notes: readonly string[];
  /** Where the figures come from; says so when data are synthetic. */
  readonly source: string;
}
