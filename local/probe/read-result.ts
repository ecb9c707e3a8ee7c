import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";

/** A result as the probe wrote it. */
const resultShape = z.object({
  format: z.literal(1),
  about: z.object({ locale: z.string(), timeZone: z.string(), ms: z.number() }),
  answers: z.record(
    z.string(),
    z.object({ answer: z.json(), times: z.optional(z.record(z.string(), z.number())) }),
  ),
});

/** What is expected, and what that rests on. */
const expectedShape = z.object({
  format: z.literal(1),
  notProbed: z.array(z.string()),
  answers: z.record(
    z.string(),
    z.object({ answer: z.json(), basis: z.enum(["documented", "reported", "assumed"]), source: z.string() }),
  ),
});

export type Expected = z.infer<typeof expectedShape>;

/**
 * Reads the result from the text of a file: the pieces of column A, one a line, as they are copied out of the sheet. The
 * expected file counts as a result too.
 *
 * @throws Error with a sentence for the user if the text is neither.
 */
export function readResult(text: string): z.infer<typeof resultShape> {
  const parsed = parsedJson(text) ?? parsedJson(text.replace(/\r?\n/g, ""));
  const result = resultShape.safeParse(parsed);
  if (result.success) return result.data;
  const expected = expectedShape.safeParse(parsed);
  if (expected.success) return { ...expected.data, about: { locale: "en", timeZone: "", ms: 0 } };
  throw new Error(
    "This is no result of the probe. Copy all of column A of the sheet “probe result” into a file of its own.",
  );
}

/** The expected file of the repository. */
export function readExpected(): Expected {
  const path = fileURLToPath(new URL("./expected.json", import.meta.url));
  return expectedShape.parse(JSON.parse(readFileSync(path, "utf8")));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
