/** Roles and usual names of scenarios; others are called as they are named. */
export const SCENARIOS: Readonly<Record<string, string>> = {
  base: "dasar",
  pessimistic: "pesimistis",
  optimistic: "optimistis",
  early_2025: "awal 2025",
  ilo_basis: "basis ILO",
};
