import { COLUMN_NAMES, type ContractColumn, names } from "./column_names.ts";

/** The tables of members' files that a register can be kept in. */
export const TABLE_KINDS = ["spells", "payments", "members", "claims", "jkp"] as const;

/** What a row of a table is: a spell, a payment, a member, a JHT claim, or of JKP. */
export type TableKind = typeof TABLE_KINDS[number];

/** Names of the columns of one table. */
export type ColumnNames = Readonly<Partial<Record<ContractColumn, readonly string[]>>>;

const { member_id, sex, birth_month, monthly_wage_idr, end_reason } = COLUMN_NAMES;
const { sector, enterprise_size, contract, province } = COLUMN_NAMES;
const CARRIED = { sector, enterprise_size, contract, province };

/** Names by which employers are known. */
const EMPLOYER = names(
  "employer id, employer no, employer number, employer code, employer, npp",
  "no npp, kode npp, no perusahaan, kode perusahaan, id perusahaan, perusahaan id",
  "no pendaftaran perusahaan, kode badan usaha, id badan usaha, badan usaha",
  "pemberi kerja, company id, company code, firm id",
);

/**
 * Names that Indonesian and English records give to the columns of each table, the most
 * telling first: what is a day of payment in a ledger is the claim's in a table of claims.
 */
export const TABLE_NAMES: Readonly<Record<TableKind, ColumnNames>> = {
  spells: COLUMN_NAMES,
  payments: {
    member_id,
    employer_id: EMPLOYER,
    contribution_month: names(
      "contribution month, contribution period, month of contribution, blth, blth iuran",
      "bln iuran, periode iuran, masa iuran, tahun bln iuran, periode bln, periode",
      "iuran bln, blth upah, for month, pay period, period, month, bln, tahun bln",
      "thn bln, year month",
      "blth awal, periode awal, from month, contribution from month",
    ),
    contribution_to_month: names(
      "contribution to month, blth iuran akhir, blth akhir, periode akhir, sampai bln",
      "s d bln, sd bln, s d blth, sd blth, iuran sampai, to month, until month",
    ),
    paid_on: names(
      "paid on, payment date, date paid, date of payment, tgl bayar, tgl bayar iuran",
      "tgl pembayaran, tgl pembayaran iuran, tgl setor, tgl terima, tgl rekon",
      "tgl posting, posting date",
    ),
    monthly_wage_idr,
    sex,
    birth_month,
    ...CARRIED,
  },
  members: { member_id, sex, birth_month, ...CARRIED },
  claims: {
    member_id,
    claim_month: [
      ...COLUMN_NAMES.claim_month,
      ...names("tgl pengajuan, tgl pengajuan klaim, tgl bayar, blth, bln, month, date"),
    ],
    end_reason: [...end_reason, ...names("jns jht, kode klaim, status klaim")],
  },
  jkp: {
    member_id,
    claim_id: names("claim id, no klaim, claim no, claim number, kode klaim, id klaim"),
    claim_month: names(
      "claim month, claim date, date of claim, tgl klaim, bln klaim, blth klaim",
      "tgl pengajuan, tgl pengajuan klaim",
    ),
    benefit_month: names(
      "benefit month, bln manfaat, blth manfaat, periode manfaat, manfaat bln",
    ),
    paid_on: names("paid on, payment date, date paid, tgl bayar, tgl pembayaran"),
    first_benefit_month: names(
      "first benefit month, bln manfaat pertama, manfaat pertama, blth manfaat awal",
      "first payment month, bln manfaat awal",
    ),
    months_paid: names(
      "months paid, number of months, benefit months, jml bln, jml bln manfaat",
      "bln dibayar, jml bln dibayar, lama manfaat",
    ),
    amount_idr: names(
      "amount idr, amount, amount paid, benefit amount, benefit paid, nominal",
      "nominal manfaat, manfaat, nilai manfaat, jml manfaat, jml dibayar, jml bayar",
      "manfaat dibayar, total manfaat, manfaat uang tunai",
    ),
    outcome: names(
      "outcome, result, status, status klaim, status manfaat, hasil, keterangan",
      "alasan berhenti manfaat, sebab berakhir",
    ),
    outcome_month: names(
      "outcome month, end of claim, tgl berakhir, bln berakhir, tgl selesai, tgl akhir",
    ),
  },
};
