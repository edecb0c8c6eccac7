/** The columns that every extract of spells has, as its contract names them. */
export const CONTRACT_COLUMNS: readonly string[] = [
  ...["member_id", "sex", "birth_month", "start_month", "last_month"],
  ...["end_reason", "claim_month", "monthly_wage_idr"],
];
