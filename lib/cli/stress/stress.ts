import { DataError, UsageError } from "@jkp/problem";
import { command } from "../command.ts";
import { runCommand } from "../run_command.ts";
import type { Campaign } from "./campaign.ts";
import { flipCampaign } from "./flip_campaign.ts";
import { fuzzCampaign } from "./fuzz_campaign.ts";
import { killCampaign } from "./kill_campaign.ts";

/** The campaigns by name: a module each. */
const CAMPAIGNS: Readonly<Record<string, Campaign>> = {
  flip: flipCampaign,
  fuzz: fuzzCampaign,
  kill: killCampaign,
};

/** The `stress` command: campaigns that take minutes, and are no part of the tests. */
export const stressCommand = command({
  name: "stress",
  summary: [
    "Attacks the commands by chance, and says what they did not stand.",
    ...Object.entries(CAMPAIGNS).map(([name, { about, usualCount }]) =>
      `${name}: ${about} ${usualCount} times, if --count does not say otherwise.`
    ),
  ],
  operand: { word: "CAMPAIGN" },
  options: {
    count: { value: "N", about: "how often to try", read: parseWhole("--count") },
    seed: {
      value: "S",
      about: "fixes what chance chooses",
      default: "1",
      read: parseWhole("--seed"),
    },
  },
  wanted: (got) => `one of ${Object.keys(CAMPAIGNS).join(", ")} is wanted, got ${got}`,
}, async ({ operand: name, values }, print) => {
  const campaign = Object.hasOwn(CAMPAIGNS, name) ? CAMPAIGNS[name] : undefined;
  if (campaign === undefined) {
    const names = Object.keys(CAMPAIGNS).join(", ");
    throw new UsageError(`one of ${names} is wanted, got ${name}`);
  }
  const count = values.count ?? campaign.usualCount;
  const { tried, faults } = await campaign.run({ count, seed: values.seed, say: print });
  for (const [kind, times] of Object.entries(tried)) print(`${kind}: ${times}`);
  print(`faults: ${faults.length}`);
  if (faults.length === 0) return;
  throw new DataError(
    faults.map((received) => ({ file: name, expected: "no fault", received })),
  );
});

function parseWhole(option: string): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new UsageError(`${option} wants a whole number, got ${text}`);
  };
}

if (import.meta.main) await runCommand(stressCommand);
