const dayMs = 86_400_000;
/** The serial number of 1 January 1970. */
const unixEpochSerial = 25_569;

/** The wall-clock parts that a formatter names, by time zone; building one is slow, so each is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, made);
  return made;
}

/** True for a time zone that this machine knows, such as `Asia/Jakarta`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneOffsetMs(0, timeZone);
    return true;
  } catch {
    return false;
  }
}

/** How far the zone's wall clock is ahead of UTC at the moment `epochMs`, in milliseconds. */
export function zoneOffsetMs(epochMs: number, timeZone: string): number {
  if (timeZone === "UTC" || timeZone === "Etc/UTC" || timeZone === "GMT" || timeZone === "Etc/GMT") return 0;
  const whole = Math.floor(epochMs / 1000) * 1000;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(whole)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

/** A moment as the serial number that Sheets stores: days since 30 December 1899 on the zone's wall clock. */
export function serialFromEpoch(epochMs: number, timeZone: string): number {
  return (epochMs + zoneOffsetMs(epochMs, timeZone)) / dayMs + unixEpochSerial;
}

/** The moment that a serial number names on the zone's wall clock, in whole milliseconds. */
export function epochFromSerial(serial: number, timeZone: string): number {
  const wallMs = Math.round((serial - unixEpochSerial) * dayMs);
  const guess = wallMs - zoneOffsetMs(wallMs, timeZone);
  return wallMs - zoneOffsetMs(guess, timeZone);
}

/** The year of the zone's wall clock at a moment. */
export function yearOf(epochMs: number, timeZone: string): number {
  return new Date(epochMs + zoneOffsetMs(epochMs, timeZone)).getUTCFullYear();
}

/** The serial number with its day and month in another year. */
export function serialInYear(serial: number, year: number): number {
  const wall = new Date(Math.round((serial - unixEpochSerial) * dayMs));
  wall.setUTCFullYear(year);
  return wall.getTime() / dayMs + unixEpochSerial;
}
