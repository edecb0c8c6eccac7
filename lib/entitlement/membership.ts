import type { Coverage } from "@jkp/scheme";
import type { Member } from "./history.ts";

/** Why a member does not belong to the scheme. */
export interface MembershipFault {
  readonly wanted: string;
  readonly got: string;
}

/** The first rule of coverage that a member is known not to meet. */
export function membershipFault(
  coverage: Coverage,
  member: Member,
): MembershipFault | undefined {
  const { group, enterprise, contract, isCitizen, ageAtRegistration } = member;
  if (group !== undefined && coverage.groups[group] === "excluded") {
    return { wanted: "a covered group", got: group };
  }
  if (enterprise !== undefined && coverage.enterprises[enterprise] === "excluded") {
    return { wanted: "a covered size of enterprise", got: enterprise };
  }
  if (contract !== undefined && coverage.contracts[contract] === "excluded") {
    return { wanted: "a covered contract", got: contract };
  }
  if (isCitizen === false && coverage.citizensOnly) {
    return { wanted: "a citizen", got: "no citizen" };
  }
  const wanted = [
    ...coverage.memberOf,
    ...(enterprise === undefined ? [] : coverage.alsoMemberOf[enterprise]),
  ];
  // JKm is written JKM too.
  const held = member.schemes?.map((scheme) => scheme.toLowerCase());
  const missing = held === undefined
    ? []
    : wanted.filter((scheme) => !held.includes(scheme.toLowerCase()));
  if (missing.length > 0) {
    return { wanted: `a member of ${missing.join(" and ")}`, got: "no member" };
  }
  const { minimumHoursPerWeek: hours } = coverage;
  if (
    hours !== null && member.hoursPerWeek !== undefined && member.hoursPerWeek < hours
  ) {
    return { wanted: `at least ${hours} hours a week`, got: String(member.hoursPerWeek) };
  }
  const below = coverage.ageAtRegistrationBelow;
  if (below !== null && ageAtRegistration !== undefined && ageAtRegistration >= below) {
    return {
      wanted: `an age at registration below ${below}`,
      got: String(ageAtRegistration),
    };
  }
  return undefined;
}
