import { assertEquals } from "@std/assert";
import type { SpellFile } from "../source/spell_file.ts";
import { withPathKeys } from "./path_keys.ts";

Deno.test("withPathKeys() joins a year and a month that stand apart, and nothing else", () => {
  const file = { path: "a.csv", columns: ["KPJ"] } as unknown as SpellFile;
  const columnsOf = (name: string) => withPathKeys(file, name).columns.slice(1);
  assertEquals(columnsOf("tahun=2019/bulan=1/a.csv"), ["tahun", "bulan", "tahun bulan"]);
  assertEquals(columnsOf("month=12/x=1/Year=2019/a.csv"), [
    "month",
    "x",
    "Year",
    "Year month",
  ]);
  assertEquals(columnsOf("tahun=2019/bulan=13/a.csv"), ["tahun", "bulan"]);
  assertEquals(columnsOf("tahun=2019/a.csv"), ["tahun"]);
});
