import { NotImplemented, ServiceFault } from "../faults";
import { zoneOffsetMs } from "../model/serial-date";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
];
months.push("November", "December");
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/**
 * A moment by a pattern of Java's SimpleDateFormat (Apps Script documentation, Utilities.formatDate): y M d E a H h m s S Z z
 * X, texts in single quotes. Other letters are not imitated.
 */
export function formatJavaDate(epochMs: number, timeZone: string, pattern: string): string {
  const offsetMs = offsetOf(epochMs, timeZone);
  const wall = new Date(epochMs + offsetMs);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run: string, quoted?: string) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    return letters(run, wall, offsetMs, timeZone);
  });
}

function offsetOf(epochMs: number, timeZone: string): number {
  const fixed = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return (fixed[1] === "-" ? -minutes : minutes) * 60_000;
  }
  try {
    return zoneOffsetMs(epochMs, timeZone);
  } catch {
    throw new ServiceFault(`Invalid argument: timeZone. Should be of type: String`);
  }
}

function letters(run: string, wall: Date, offsetMs: number, timeZone: string): string {
  const padded = (value: number) => String(value).padStart(run.length, "0");
  switch (run[0]) {
    case "y":
      return run.length === 2 ? String(wall.getUTCFullYear()).slice(-2) : padded(wall.getUTCFullYear());
    case "M": {
      const name = months[wall.getUTCMonth()] ?? "";
      if (run.length >= 4) return name;
      return run.length === 3 ? name.slice(0, 3) : padded(wall.getUTCMonth() + 1);
    }
    case "d":
      return padded(wall.getUTCDate());
    case "E": {
      const name = days[wall.getUTCDay()] ?? "";
      return run.length >= 4 ? name : name.slice(0, 3);
    }
    case "a":
      return wall.getUTCHours() < 12 ? "AM" : "PM";
    case "H":
      return padded(wall.getUTCHours());
    case "h":
      return padded(wall.getUTCHours() % 12 || 12);
    case "m":
      return padded(wall.getUTCMinutes());
    case "s":
      return padded(wall.getUTCSeconds());
    case "S":
      return padded(wall.getUTCMilliseconds());
    case "Z":
      return zoneText(offsetMs, "");
    case "z":
      return offsetMs === 0 ? "GMT" : timeZone;
    case "X":
      if (offsetMs === 0) return "Z";
      return run.length === 1
        ? zoneText(offsetMs, "").slice(0, 3)
        : zoneText(offsetMs, run.length === 2 ? "" : ":");
    default:
      throw new NotImplemented(`Utilities.formatDate with ${run}`);
  }
}

function zoneText(offsetMs: number, separator: string): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}
