import type { Said } from "@jkp/language";
import type { Problem } from "@jkp/problem";
import type { SpellFile } from "../source/spell_file.ts";

/** Names, in small letters without marks, of a column of months that payments are for. */
const MONTH_PAID_FOR =
  /^(blth|bulan|bln|periode|masa|contribution|month)( (iuran|upah|bayar|month|kontribusi))*$/;

/** Names of a column of the day of payment. */
const DAY_OF_PAYMENT =
  /^((tgl|tanggal|tgl\.) (bayar|setor|pembayaran|penerimaan)( iuran)?|paid( on| date| at)?|payment date)$/;

/** Names of the columns of a file that look like those of a ledger, if it has both. */
export function paymentColumns({ path, columns }: SpellFile): Said<Problem>[] {
  const plain = (name: string) =>
    name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const find = (pattern: RegExp) => columns.find((name) => pattern.test(plain(name)));
  const [month, paid] = [find(MONTH_PAID_FOR), find(DAY_OF_PAYMENT)];
  if (month === undefined || paid === undefined) return [];
  return [({ files, extract: { folder } }) => ({
    file: path,
    place: files.place.header,
    expected: folder.spellsOrLedger,
    received: folder.seemsLedger(paid, month),
  })];
}
