import { inWords } from "../opened-file";

/** A workbook holds more than is opened. Ends its opening; the message goes on after the file's name. */
export class BeyondLimit extends Error {
  override readonly name = "BeyondLimit";
}

/** There are more of something than the limit; `what` in the plural, such as `merged ranges`. */
export function tooMany(what: string, limit: number): BeyondLimit {
  return new BeyondLimit(`holds more than ${inWords(limit)} ${what}; copy the orders into a new workbook`);
}
