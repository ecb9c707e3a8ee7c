import { isDeepStrictEqual } from "node:util";
import type { ProbeResult } from "./probe-result";
import type { Expected } from "./read-result";

/** One snippet whose answers are not all the same, or that one side lacks. */
export interface Difference {
  name: string;
  basis: string;
  /** What the local runtime answers; undefined if it has no such snippet. */
  here: unknown;
  /** What the other side answered; undefined if it did not. */
  there: unknown;
}

/** Every snippet that the two answer otherwise, in the order of their names. */
export function differences(here: ProbeResult, there: ProbeResult, expected: Expected): Difference[] {
  const names = [...new Set([...Object.keys(here.answers), ...Object.keys(there.answers)])].sort();
  return names.flatMap((name) => {
    const [one, other] = [here.answers[name], there.answers[name]];
    if (one !== undefined && other !== undefined && isDeepStrictEqual(one.answer, other.answer)) return [];
    const known = expected.answers[name];
    const basis = known === undefined ? "not in the expected file" : `${known.basis}: ${known.source}`;
    return [{ name, basis, here: one?.answer, there: other?.answer }];
  });
}

/** The comparison as text, the last line being the count. */
export function comparisonText(here: ProbeResult, there: ProbeResult, expected: Expected): string {
  const found = differences(here, there, expected);
  const lines = found.flatMap(({ name, basis, here: one, there: other }) => [
    name,
    `  ${basis}`,
    `  here:   ${shown(one)}`,
    `  Google: ${shown(other)}`,
  ]);
  const times = Object.entries(there.answers).flatMap(([name, { times: taken = {} }]) =>
    Object.entries(taken).map(([what, ms]) => `  ${name}, ${what}: ${ms} ms`),
  );
  if (times.length > 0) lines.push("Times there:", ...times);
  if (!/^en/.test(there.about.locale)) {
    lines.push(
      `That person's language is ${there.about.locale}: exceptions come in it and differ from the English ones.`,
    );
  }
  lines.push("Not probed, since one run cannot show it:", ...expected.notProbed.map((what) => `  ${what}`));
  const count = Object.keys(here.answers).length;
  lines.push(`${found.length} differences in ${count} snippets.`);
  return lines.join("\n");
}

function shown(answer: unknown): string {
  return answer === undefined ? "(no answer)" : JSON.stringify(answer);
}
