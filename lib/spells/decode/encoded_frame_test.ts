import { assertEquals } from "@std/assert";
import { polars } from "../source/polars.ts";
import { encodeFrame } from "./encoded_frame.ts";
import type { NumberReading } from "./spell_reading.ts";

Deno.test("encodeFrame() reads few rows as it reads many", () => {
  const ids = [" A1", "b2", "", "A1 "];
  const labels = ["x", " y ", "", "x "];
  const wages = ["4.5", "none", "", " 7 "];
  const times = 1000; // enough that polars numbers the labels
  const repeated = (values: readonly string[]) =>
    Array.from({ length: times }, () => values).flat();
  const marks = { decimalMark: ".", thousandsSeparator: "" } as const;
  const read = (of: (values: readonly string[]) => readonly string[]) => {
    const frame = polars.DataFrame({ id: of(ids), label: of(labels), wage: of(wages) });
    const encoded = encodeFrame(frame, "id", ["label"], [{
      source: "wage",
      marks,
      factor: 1000,
    }]);
    return [
      [...encoded.memberHash],
      [...encoded.readLabels("label", (text) => ["", "x", "y"].indexOf(text))],
      [...encoded.readNumbers("wage")],
    ];
  };
  const few = read((values) => [...values]);
  assertEquals(few.slice(1), [[1, 2, 0, 1], [4500, NaN, NaN, 7000]]);
  const many = few.map((column) => Array.from({ length: times }, () => column).flat());
  assertEquals(read(repeated), many);
});

Deno.test("encodeFrame() reads numbers alike whether or not something stands around others", () => {
  const texts = [
    ...["5", "-5", "007", "", "5.25", "0.1", "-0", "9007199254740993", "1".repeat(30)],
    ...["1e5", "inf", "NaN", ".5", "5.", "+5", " 7", "Rp 5", "1,5", "1.234", "1_000"],
  ];
  const numbersOf = (cells: readonly string[], reading: NumberReading) => {
    const frame = polars.DataFrame({ id: cells, wage: cells });
    return encodeFrame(frame, "id", [], [reading]).readNumbers("wage");
  };
  const marks = [[".", ""], [".", ","], [",", "."]] as const;
  for (const [decimalMark, thousandsSeparator] of marks) {
    const reading = {
      source: "wage",
      marks: { decimalMark, thousandsSeparator },
      factor: 1,
    };
    const slowly = numbersOf([...texts, ...Array(3000).fill("Rp 1")], reading);
    texts.forEach((text, at) => {
      const [value] = numbersOf(Array(3000).fill(text), reading);
      assertEquals(value, slowly[at], text);
    });
  }
});
