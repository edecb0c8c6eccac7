/** What a cost is made of, in the period compared. */
export interface Quantities {
  /** National unemployment rate over that of the reference years. */
  readonly relativeUnemployment: number;
  /** Mean members. */
  readonly members: number;
  /** Mean insurable wage of a member, rupiah a month. */
  readonly monthlyWageIdr: number;
  /** Jobs that end: expected terminations; JHT claims of all reasons in fact. */
  readonly leavers: number;
  /** Layoffs among them; JHT claims after a layoff in fact. */
  readonly layoffs: number;
  /** Layoffs that the scheme knows of: all that are expected; those registered in fact. */
  readonly recognized: number;
  /** New claims that are paid. */
  readonly claims: number;
  /** Benefits paid, rupiah. */
  readonly benefitsIdr: number;
}

/** Name of a quantity. */
export type QuantityName = keyof Quantities;

/** Quantities in words. */
export const QUANTITY_WORDS: { readonly [Name in QuantityName]: string } = {
  relativeUnemployment: "unemployment over its reference rate",
  members: "members",
  monthlyWageIdr: "capped wage a month",
  leavers: "leavers",
  layoffs: "layoffs among leavers",
  recognized: "registered layoffs",
  claims: "claims",
  benefitsIdr: "benefits",
};

/** A product of powers of quantities: the quotients that a factor is. */
type Powers = Readonly<Partial<Record<QuantityName, number>>>;

/** The factors: each quantity but the benefits stands in two, so that they multiply to these. */
const FACTORS = {
  unemployment: { relativeUnemployment: 1 },
  members: { members: 1 },
  capped_wage: { monthlyWageIdr: 1 },
  leavers_per_member: { leavers: 1, members: -1, relativeUnemployment: -1 },
  layoff_share: { layoffs: 1, leavers: -1 },
  recognition: { recognized: 1, layoffs: -1 },
  claims_per_layoff: { claims: 1, recognized: -1 },
  wages_per_claim: { benefitsIdr: 1, claims: -1, monthlyWageIdr: -1 },
} as const satisfies Readonly<Record<string, Powers>>;

/** Name of a factor of the benefits. */
export type FactorName = keyof typeof FACTORS;

/** All factors, in the order in which they are shown. */
export const FACTOR_NAMES = Object.keys(FACTORS) as readonly FactorName[];

/** Factors that hold several things which public data cannot part. */
export const INSEPARABLE: ReadonlySet<FactorName> = new Set([
  "claims_per_layoff",
  "wages_per_claim",
]);

/** Factors that are told apart: one, or several where a quantity between them is unknown. */
export interface FactorGroup {
  readonly names: readonly FactorName[];
  readonly powers: Powers;
}

/**
 * The finest groups of factors that known quantities give: where one is unknown, the two
 * factors that it stands in become one, in which it cancels. Without benefits the last
 * group keeps them, and has no value.
 */
export function factorGroups(known: ReadonlySet<QuantityName>): FactorGroup[] {
  let groups: FactorGroup[] = FACTOR_NAMES.map((name) => ({
    names: [name],
    powers: FACTORS[name],
  }));
  const unknown = (Object.keys(QUANTITY_WORDS) as QuantityName[])
    .filter((name) => !known.has(name));
  for (const name of unknown) {
    const [first, ...others] = groups.filter(({ powers }) => (powers[name] ?? 0) !== 0);
    const merged = others.reduce(merge, first!);
    groups = groups.filter((group) => !others.includes(group))
      .map((group) => group === first ? merged : group);
  }
  return groups;
}

function merge(one: FactorGroup, other: FactorGroup): FactorGroup {
  const names = new Set([...one.names, ...other.names]);
  const powers: Partial<Record<QuantityName, number>> = { ...one.powers };
  for (const [key, power] of Object.entries(other.powers)) {
    const name = key as QuantityName;
    powers[name] = (powers[name] ?? 0) + power;
    if (powers[name] === 0) delete powers[name];
  }
  return { names: FACTOR_NAMES.filter((name) => names.has(name)), powers };
}

/** A group's value; `null` if a quantity that it needs is unknown. */
export function groupValue(
  { powers }: FactorGroup,
  quantities: Partial<Quantities>,
): number | null {
  let value = 1;
  for (const [name, power] of Object.entries(powers)) {
    const quantity = quantities[name as QuantityName];
    if (quantity === undefined) return null;
    value *= quantity ** power;
  }
  return value;
}

/** A group as a quotient in words. */
export function groupInWords({ powers }: FactorGroup): string {
  const of = (sign: number) =>
    (Object.keys(powers) as QuantityName[])
      .filter((name) => powers[name]! * sign > 0)
      .map((name) => QUANTITY_WORDS[name]);
  const [above, below] = [of(1).join(" × "), of(-1)];
  if (below.length === 0) return above;
  return `${above} / ${below.length > 1 ? `(${below.join(" × ")})` : below[0]}`;
}
