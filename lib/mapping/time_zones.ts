/** A moment with its distance from UTC: day, time, and the distance. */
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)? ?(?:(Z|UTC)|([+-]\d{2})(?::?(\d{2}))?)$/;

/** Zones of Indonesia by their distance from UTC; the first is that of Jakarta. */
export const INDONESIAN_ZONES: ReadonlyMap<string, string> = new Map([
  ["+07:00", "Asia/Jakarta"],
  ["+08:00", "Asia/Makassar"],
  ["+09:00", "Asia/Jayapura"],
]);

/** Whether a name is that of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return clockOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** How far from UTC the clock is that a moment names; `undefined` for any other text. */
export function distanceFromUtc(text: string): string | undefined {
  const [, , , utc, hours, minutes = "00"] = MOMENT.exec(text.trim()) ?? [];
  return utc === undefined ? hours && `${hours}:${minutes}` : "+00:00";
}

/**
 * Day and time that the clock of a zone showed at a moment; texts that are no moments, and
 * so name no other clock, stay as they are.
 */
export function onClockOf(timeZone: string, text: string): string {
  const [, day, time] = MOMENT.exec(text) ?? [];
  const distance = distanceFromUtc(text);
  if (distance === undefined) return text;
  const moment = new Date(`${day}T${time}${distance}`);
  return Number.isNaN(moment.getTime()) ? text : clockOf(timeZone).format(moment);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock of a zone, which writes as in Sweden: `2019-12-31 23:59:59`. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  clocks.set(timeZone, clock);
  return clock;
}
