import { assertEquals } from "@std/assert";
import { polars } from "../source/polars.ts";
import { encodeFrame } from "./encoded_frame.ts";

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
