import { type Words, wordsOf } from "@jkp/language";
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
  { claim: { got, wanted }, law }: Words = wordsOf("en"),
): MembershipFault | undefined {
  const { group, enterprise, contract, isCitizen, ageAtRegistration } = member;
  if (group !== undefined && coverage.groups[group] === "excluded") {
    return { wanted: wanted.group, got: law.groups[group] };
  }
  if (enterprise !== undefined && coverage.enterprises[enterprise] === "excluded") {
    return { wanted: wanted.enterprise, got: law.enterprises[enterprise] };
  }
  if (contract !== undefined && coverage.contracts[contract] === "excluded") {
    return { wanted: wanted.contract, got: law.contracts[contract] };
  }
  if (isCitizen === false && coverage.citizensOnly) {
    return { wanted: wanted.citizen, got: got.noCitizen };
  }
  const wantedSchemes = [
    ...coverage.memberOf,
    ...(enterprise === undefined ? [] : coverage.alsoMemberOf[enterprise]),
  ];
  // JKm is written JKM too.
  const held = member.schemes?.map((scheme) => scheme.toLowerCase());
  const missing = held === undefined
    ? []
    : wantedSchemes.filter((scheme) => !held.includes(scheme.toLowerCase()));
  if (missing.length > 0) {
    return { wanted: wanted.memberOf(missing), got: got.noMember };
  }
  const { minimumHoursPerWeek: hours } = coverage;
  if (
    hours !== null && member.hoursPerWeek !== undefined && member.hoursPerWeek < hours
  ) {
    return { wanted: wanted.hours(hours), got: String(member.hoursPerWeek) };
  }
  const below = coverage.ageAtRegistrationBelow;
  if (below !== null && ageAtRegistration !== undefined && ageAtRegistration >= below) {
    return { wanted: wanted.ageAtRegistration(below), got: String(ageAtRegistration) };
  }
  return undefined;
}
