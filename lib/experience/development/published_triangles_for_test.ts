import type { DevelopmentRow } from "./triangle.ts";

/** The rows of a triangle that is written as its origins' cumulative values. */
export function rowsOf(
  values: readonly (readonly number[])[],
  { firstOrigin, note }: { firstOrigin: number; note?: string },
): DevelopmentRow[] {
  return values.flatMap((row, i) =>
    row.map((value, j) => ({
      origin: firstOrigin + i,
      age: j + 1,
      value,
      ...(note !== undefined && { note }),
    }))
  );
}

/**
 * Taylor and Ashe (1983), Second moments of estimates of outstanding claims, Journal of
 * Econometrics 23; Mack (1993), table 1; `GenIns` of R's ChainLadder.
 */
// deno-fmt-ignore
export const TAYLOR_ASHE: readonly DevelopmentRow[] = rowsOf([
  [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
  [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
  [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
  [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
  [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
  [396132, 1333217, 2180715, 2985752, 3691712],
  [440832, 1288463, 2419861, 3483130],
  [359480, 1421128, 2864498],
  [376686, 1363294],
  [344014],
], { firstOrigin: 1 });

/**
 * Automatic facultative business in general liability, thousands of dollars: Reinsurance
 * Association of America (1991), Historical loss development study; Mack (1994), Which
 * stochastic model is underlying the chain ladder method?; `RAA` of R's ChainLadder. Incurred
 * claims, so that some fall.
 */
export const RAA: readonly DevelopmentRow[] = rowsOf(
  [
    [5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
    [106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
    [3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
    [5655, 11555, 15766, 21266, 23425, 26083, 27067],
    [1092, 9565, 15836, 22169, 25955, 26180],
    [1513, 6445, 11702, 12935, 15852],
    [557, 4020, 10946, 12314],
    [1351, 6947, 13112],
    [3133, 5395],
    [2063],
  ],
  { firstOrigin: 1981, note: "incurred: reserves were set free" },
);

/**
 * Wüthrich and Merz (2008), Stochastic claims reserving methods in insurance, table 2.2, as
 * V. Goulet's slides, Provisionnement en assurance IARD (2020), have it in their R scripts
 * (projets.fsg.ulaval.ca/git/scm/vg/diapos-provisionnement-develop). Its increments are in
 * Alai, Merz and Wüthrich (2009), Annals of Actuarial Science 4; `amw09` of Python's trikit.
 */
// deno-fmt-ignore
export const WUETHRICH_MERZ: readonly DevelopmentRow[] = rowsOf([
  [5946975, 9668212, 10563929, 10771690, 10978394, 11040518, 11106331, 11121181, 11132310, 11148124],
  [6346756, 9593162, 10316383, 10468180, 10536004, 10572608, 10625360, 10636546, 10648192],
  [6269090, 9245313, 10092366, 10355134, 10507837, 10573282, 10626827, 10635751],
  [5863015, 8546239, 9268771, 9459424, 9592399, 9680740, 9724068],
  [5778885, 8524114, 9178009, 9451404, 9681692, 9786916],
  [6184793, 9013132, 9585897, 9830796, 9935753],
  [5600184, 8493391, 9056505, 9282022],
  [5288066, 7728169, 8256211],
  [5290793, 7648729],
  [5675568],
], { firstOrigin: 0 });

/** Experts' prior ultimates, their example 2.11, as in the same scripts. */
// deno-fmt-ignore
export const WUETHRICH_MERZ_PRIORS: readonly number[] = [
  11653101, 11367306, 10962965, 10616762, 11044881,
  11480700, 11413572, 11126527, 10986548, 11618437,
];
