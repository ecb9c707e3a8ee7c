import { forEachOf, type Snippets } from "../snippet";

/** Patterns of Utilities.formatDate, for one moment in Jakarta. */
const patterns = ["yyyy-MM-dd HH:mm:ss", "d MMM yy", "EEEE, MMMM d", "h:mm a", "Z", "XXX", "''yyyy''", "SSS"];

/** Dates of the script and of the platform. */
export const dateSnippets: Snippets = {
  ...forEachOf(
    patterns,
    (pattern) => `formatDate ${pattern}`,
    (_, pattern) =>
      Utilities.formatDate(new Date(Date.UTC(2026, 0, 5, 12, 34, 56, 7)), "Asia/Jakarta", pattern),
  ),
  "formatDate in a zone that is none": (kit) =>
    kit.caught(() => Utilities.formatDate(new Date(0), "No/Where", "yyyy")),
  "the script's dates are in its own time zone": () => {
    const moment = new Date(2026, 0, 5, 19);
    return (
      moment.getHours() === 19 &&
      Utilities.formatDate(moment, Session.getScriptTimeZone(), "yyyy-MM-dd HH") === "2026-01-05 19"
    );
  },
  "a Date goes into a cell in the spreadsheet's zone and comes back": (kit) => {
    const moment = new Date(Date.UTC(2026, 0, 5, 12));
    const value: unknown = kit.range(1, 1).setValue(moment).getValue();
    return value instanceof Date && value.getTime() === moment.getTime();
  },
};
