import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { QuotedBreaks } from "./quoted_breaks.ts";
import { sniffFormat, splitSample } from "./sniff_format.ts";

Deno.test("sniffFormat() finds each delimiter", () => {
  const rows = [["a", "b", "c"], ["1", "x y", "2"], ["3", "", "4"]];
  for (const delimiter of [",", ";", "\t", "|"] as const) {
    const text = rows.map((row) => row.join(delimiter) + "\r\n").join("");
    assertEquals(sniffFormat(text).format.delimiter, delimiter);
  }
});

Deno.test("sniffFormat() does not count delimiters inside quotation marks", () => {
  const text = 'nama;upah\n"Sari, Dewi, Ayu";"4,5"\n"Budi; Eko";"5,5"\n';
  const { format } = sniffFormat(text);
  assertEquals([format.delimiter, format.decimalMark], [";", ","]);
});

Deno.test("sniffFormat() tells a semicolon with decimal commas from commas", () => {
  const { format } = sniffFormat(
    "kpj;bobot;upah\n1;1,5;4.250.000,00\n2;2,0;900.000,00\n",
  );
  assertEquals(format, {
    delimiter: ";",
    decimalMark: ",",
    thousandsSeparator: ".",
    encoding: "utf-8",
    emptyMarks: ["-", "NULL", "N/A", "NA", "#N/A"],
  });
});

Deno.test("sniffFormat() sees a byte order mark and bytes that are no UTF-8", () => {
  const marked = sniffFormat("\uFEFFa,b\n1,2\n");
  assertEquals(marked.hasByteOrderMark, true);
  const latin = new TextDecoder().decode(new Uint8Array([97, 44, 0xe9, 10]));
  assertEquals(sniffFormat(latin).format.encoding, "windows-1252");
  assertEquals(sniffFormat("a,b\n").hasByteOrderMark, false);
});

Deno.test("sniffFormat() says when there is one column, or nothing", () => {
  for (const text of ["", "kpj\n1\n2\n", "\n\n"]) {
    assertEquals(sniffFormat(text).format.delimiter, ",");
    assertEquals(sniffFormat(text).reasons, [
      "no delimiter parts the header: one column",
    ]);
  }
});

Deno.test("sniffFormat() tells line breaks inside quotation marks from strays", () => {
  const joins = (text: string) => sniffFormat(text).format.quotedLineBreaks ?? false;
  assertEquals(joins('a;b;c\n1;"x\r\ny";2\n3;z;4\n'), true);
  assertEquals(joins('a;b;c\n1;"x";2\n3;z;4\n'), false);
  assertEquals(joins('a;b;c\n1;5" pipa;2\n3;2" pipa;4\n'), false);
  assertEquals(joins('a;b;c\n1;"x;2\n3;z;4\n5;y;6\n'), false); // never closed
});

Deno.test("QuotedBreaks joins records alike however the text is cut into pieces", () => {
  const quoted = fc.array(fc.constantFrom("a", '""', ";", "\n", "\r\n", '"";""\n'))
    .map((parts) => `"${parts.join("")}"`);
  const row = fc.array(fc.oneof(quoted, fc.constantFrom("", "x", '5" pipa')), {
    minLength: 1,
    maxLength: 4,
  });
  const table = fc.array(row, { maxLength: 6 });
  fc.assert(fc.property(table, fc.array(fc.integer({ min: 1, max: 5 })), (rows, cuts) => {
    const bytes = new TextEncoder().encode(
      rows.map((cells) => cells.join(";") + "\n").join(""),
    );
    const breaks = new QuotedBreaks(";");
    let from = 0;
    for (const size of [...cuts, bytes.length]) {
      breaks.join(bytes.subarray(from, from + size));
      from += size;
    }
    const wanted = rows.map((cells) => cells.join(";").replaceAll(/[\r\n]/g, " ") + "\n");
    assertEquals(new TextDecoder().decode(bytes), wanted.join(""));
  }));
});

Deno.test("QuotedBreaks refuses a mark that is not closed within a hundred lines", () => {
  const bytes = new TextEncoder().encode(`a;b\n1;2\n3;"${"x\n".repeat(200)}`);
  assertThrows(
    () => new QuotedBreaks(";").join(bytes),
    RangeError,
    "a quotation mark that opens a cell in record 3 and is not closed",
  );
});

Deno.test("splitSample() drops the mark, blank lines and a line cut off", () => {
  assertEquals(splitSample('\uFEFF a ;"b;c"\n\n1;"2""3"\r\n4;5\n6', ";"), {
    columns: ["a", "b;c"],
    rows: [["1", '2"3'], ["4", "5"]],
  });
  assertEquals(splitSample("a\n1\n2\n3\n", ",", 2).rows, [["1"], ["2"]]);
  assertEquals(splitSample('a,b\n"x,1\n2,3\n', ",").rows.at(-1), ["2", "3"]);
});

Deno.test("sniffFormat() and splitSample() take any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
    const { format } = sniffFormat(text);
    const { columns, rows } = splitSample(text, format.delimiter);
    assertEquals(
      [columns, ...rows].flat().every((cell) => typeof cell === "string"),
      true,
    );
  }));
});
