import { monotoneCubic } from "./interpolate.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

Deno.test("monotoneCubic() equals SciPy's PchipInterpolator", () => {
  // scipy.interpolate.PchipInterpolator([0, 6, 9, 12, 24], [1, .81, .75, .69, .49])
  const curve = monotoneCubic([0, 6, 9, 12, 24], [1, 0.81, 0.75, 0.69, 0.49]);
  const expected = [
    [1, 0.9618556289389624],
    [7.5, 0.7785314685314686],
    [18, 0.5832222222222221],
  ] as const;
  for (const [x, y] of expected) assertAlmostEquals(curve(x), y, 1e-14);
});

Deno.test("monotoneCubic() is a straight line through two points", () => {
  assertAlmostEquals(monotoneCubic([0, 2], [1, 0])(0.5), 0.75);
});

Deno.test("monotoneCubic() is constant outside its points", () => {
  const curve = monotoneCubic([0, 1, 2], [3, 2, 1]);
  assertEquals([curve(-1), curve(5)], [3, 1]);
});

Deno.test("monotoneCubic() throws when abscissae do not increase", () => {
  assertThrows(() => monotoneCubic([0, 0], [1, 2]), RangeError, "increasing");
  assertThrows(() => monotoneCubic([0], [1]), RangeError, "two or more points");
});

Deno.test("monotoneCubic() stays monotone and within its neighbours", () => {
  const point = fc.tuple(
    fc.double({ min: 0.1, max: 5, noNaN: true }),
    fc.double({ min: 0, max: 5, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 8 }), (steps) => {
      const [xs, ys] = [[0], [100]];
      for (const [dx, dy] of steps) {
        xs.push(xs.at(-1)! + dx);
        ys.push(ys.at(-1)! - dy);
      }
      const curve = monotoneCubic(xs, ys);
      let before = Infinity;
      for (let i = 0; i <= 200; i++) {
        const value = curve((xs.at(-1)! * i) / 200);
        assert(value <= before + 1e-9);
        before = value;
      }
    }),
  );
});
