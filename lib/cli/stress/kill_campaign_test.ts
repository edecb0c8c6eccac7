import { assert, assertEquals } from "@std/assert";
import { killCommands, KILLED_COMMANDS } from "./kill_campaign.ts";

Deno.test("commands leave no litter and no mixed set when they are killed", async () => {
  const { tried, faults } = await killCommands(KILLED_COMMANDS.slice(0, 2), {
    count: 6,
    seed: 3,
    say: () => {},
  });
  assertEquals(faults, []);
  const killed = Object.entries(tried).filter(([kind]) => kind.endsWith("killed"));
  assert(killed.reduce((sum, [, times]) => sum + times, 0) >= 6, JSON.stringify(tried));
});
