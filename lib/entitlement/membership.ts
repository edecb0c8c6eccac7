import type { Words } from "@jkp/language";
import type { Coverage } from "@jkp/scheme";
import type { Member } from "./history.ts";

/** Why a member does not belong to the scheme, in words of a language. */
type MembershipFault = (
  words: Words,
) => { readonly wanted: string; readonly got: string };

/** The first rule of coverage that a member is known not to meet. */
export function membershipFault(
  coverage: Coverage,
  member: Member,
): MembershipFault | undefined {
  const { group, enterprise, contract, isCitizen, ageAtRegistration } = member;
  if (group !== undefined && coverage.groups[group] === "excluded") {
    return ({ claim, law }) => ({ wanted: claim.wanted.group, got: law.groups[group] });
  }
  if (enterprise !== undefined && coverage.enterprises[enterprise] === "excluded") {
    return ({ claim, law }) => ({
      wanted: claim.wanted.enterprise,
      got: law.enterprises[enterprise],
    });
  }
  if (contract !== undefined && coverage.contracts[contract] === "excluded") {
    return ({ claim, law }) => ({
      wanted: claim.wanted.contract,
      got: law.contracts[contract],
    });
  }
  if (isCitizen === false && coverage.citizensOnly) {
    return ({ claim: { wanted, got } }) => ({
      wanted: wanted.citizen,
      got: got.noCitizen,
    });
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
    return ({ claim }) => ({
      wanted: claim.wanted.memberOf(missing),
      got: claim.got.noMember,
    });
  }
  const { minimumHoursPerWeek: hours } = coverage;
  const { hoursPerWeek } = member;
  if (hours !== null && hoursPerWeek !== undefined && hoursPerWeek < hours) {
    return ({ claim, plainNumber }) => ({
      wanted: claim.wanted.hours(hours),
      got: plainNumber(hoursPerWeek),
    });
  }
  const below = coverage.ageAtRegistrationBelow;
  if (below !== null && ageAtRegistration !== undefined && ageAtRegistration >= below) {
    return ({ claim, plainNumber }) => ({
      wanted: claim.wanted.ageAtRegistration(below),
      got: plainNumber(ageAtRegistration),
    });
  }
  return undefined;
}
