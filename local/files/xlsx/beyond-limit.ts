import type { CountedPart, FileWords } from "../words/english";

/** A workbook holds more than is opened. Ends its opening; it is said of the file's name. */
export class BeyondLimit extends Error {
  override readonly name = "BeyondLimit";

  constructor(readonly say: (words: FileWords, name: string) => string) {
    super("The workbook holds more than is opened.");
  }
}

/** There are more of something than the limit. */
export function tooMany(part: CountedPart, limit: number): BeyondLimit {
  return new BeyondLimit((words, name) => words.tooManyParts(name, part, limit));
}
