import { parseArgs } from "node:util";
import { exceptionLanguages } from "../runtime/local-runtime";
import { actNames } from "./busy-users";
import type { LanguageChoice } from "./drawn-unknowns";

/**
 * What the command line asks for: so many seeds from one on, or one seed with its whole trace. `busy`: what users do often,
 * and nothing else; null for anything, now and then.
 */
export type SimulationOptions = { language: LanguageChoice; busy: string | null } & (
  | { kind: "many"; seeds: number; from: number; processes: number }
  | { kind: "one"; seed: number }
);

const languages: readonly LanguageChoice[] = [...exceptionLanguages, "drawn"];

export const usage =
  "npm run simulate -- [--seeds N] [--from SEED] [--processes P] | --seed SEED, and [--language LANGUAGE] [--busy ACT]";

/** Reads the arguments; a sentence if they cannot be used. */
export function readOptions(args: readonly string[]): SimulationOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: "string", default: "200" },
        from: { type: "string", default: "1" },
        processes: { type: "string", default: "2" },
        seed: { type: "string" },
        language: { type: "string", default: "drawn" },
        busy: { type: "string" },
      },
    });
    const numbers = [values.seeds, values.from, values.processes, values.seed ?? "1"].map(Number);
    if (numbers.some((number) => !Number.isInteger(number) || number < 1))
      return `Seeds and processes are whole numbers from 1 on. ${usage}`;
    const language = languages.find((one) => one === values.language);
    if (!language) return `Exceptions come in one of these languages: ${languages.join(", ")}. ${usage}`;
    const { busy = null } = values;
    if (busy !== null && !actNames.includes(busy)) return `Users do: ${actNames.join("; ")}. ${usage}`;
    const [seeds = 1, from = 1, processes = 1, seed = 1] = numbers;
    return values.seed === undefined
      ? { kind: "many", seeds, from, processes, language, busy }
      : { kind: "one", seed, language, busy };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)} ${usage}`;
  }
}
