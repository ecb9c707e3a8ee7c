import { collect, optionLines, optionParser, parseArguments } from "../option-parser";
import { type FaultPlan, faultKinds, isFaultKind, noFaults, planProblem } from "./faults";
import { type ApiKey, environmentOf, type Scope, scopes } from "./gate";
import type { NotesHabits } from "./notes-habits";

/** The options of `npm run api`, with their defaults filled in. */
export interface MainOptions {
  port: number;
  keys: ApiKey[];
  limit: number;
  windowMs: number;
  announceLimit: boolean;
  latencyMs: number;
  faults: FaultPlan;
  notes: NotesHabits;
  /** The journal's path, or null to forget everything at the end. */
  dataPath: string | null;
}

/** What the command line asks for: a stand-in, the help text, or something that cannot be used, as a sentence. */
export type ParsedOptions =
  | { kind: "run"; options: MainOptions }
  | { kind: "help" }
  | { kind: "problem"; message: string };

/** The key that works when none is given. It opens nothing but the stand-in. */
export const defaultKey = "bbb_test_stand_in_key_for_this_machine_1a2b";

/** What the options give, by their names. */
interface Values {
  port: string;
  key?: string[];
  limit: string;
  window: string;
  /** commander's word for `--no-rate-headers`. */
  rateHeaders: boolean;
  latency: string;
  fault?: string[];
  notesLength?: string;
  joinNotes?: true;
  seed?: string;
  data?: string;
  help?: true;
}

function command() {
  return optionParser("npm run api -- [options]")
    .option("--port <N>", "the port on 127.0.0.1; 0 takes a free one", "0")
    .option(
      "--key <KEY>",
      `a key that is let in, bbb_test_… or bbb_live_…; KEY=orders:read+orders:write gives it these scopes alone. May be given more than once (default: ${defaultKey})`,
      collect,
    )
    .option("--limit <N>", "requests a window for each key", "100")
    .option("--window <SECONDS>", "length of the window", "60")
    .option("--no-rate-headers", "do not announce the limit in the answers")
    .option("--latency <MS>", "how long every answer takes", "0")
    .option(
      "--fault <KIND=P>",
      "this goes wrong with a POST, or a list, by the chance P, 0 to 1. May be given more than once",
      collect,
    )
    .option("--notes-length <N>", "the shop keeps so many characters of an order's notes (default: all)")
    .option("--join-notes", "the shop makes spaces of the line breaks in notes")
    .option("--seed <N>", `where the drawing of faults starts (default: ${noFaults.seed})`)
    .option("--data <FILE>", "keep the orders in FILE, and begin with those in it");
}

/** What `npm run api -- --help` prints. */
export const helpText = `The stand-in for the bitbybit API, on this machine alone.

npm run api -- [options]
${optionLines(command())}

Faults:
${Object.entries(faultKinds)
  .map(([kind, { says }]) => `  ${kind.padEnd(17)} ${says}`)
  .join("\n")}`;

class BadOption extends Error {
  override readonly name = "BadOption";
}

/** Reads the arguments that follow the program's name. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const parsed = parseArguments<Values>(command(), args);
    if (!parsed.ok) throw new BadOption(parsed.message);
    const { values, operands } = parsed;
    if (values.help) return { kind: "help" };
    if (operands.length > 0) throw new BadOption(`Unexpected argument ${JSON.stringify(operands[0])}`);
    if (values.data === "") throw new BadOption("--data needs the name of a file");
    return {
      kind: "run",
      options: {
        port: number("--port", values.port, { least: 0, most: 65535, whole: true }),
        keys: keysOf(values.key ?? [defaultKey]),
        limit: number("--limit", values.limit, { least: 1, most: 1e9, whole: true }),
        windowMs: 1000 * number("--window", values.window, { least: 0.001, most: 86400, whole: false }),
        announceLimit: values.rateHeaders,
        latencyMs: number("--latency", values.latency, { least: 0, most: 600_000, whole: false }),
        faults: faultsOf(values.fault ?? [], values.seed),
        notes: {
          maxLength:
            values.notesLength === undefined
              ? null
              : number("--notes-length", values.notesLength, { least: 1, most: 1e6, whole: true }),
          joinLines: values.joinNotes === true,
        },
        dataPath: values.data ?? null,
      },
    };
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    return { kind: "problem", message: `${error.message}. See npm run api -- --help` };
  }
}

function keysOf(texts: string[]): ApiKey[] {
  const keys = texts.map(keyOf);
  const twice = keys.find(({ key }, index) => keys.findIndex((other) => other.key === key) !== index);
  if (twice !== undefined) throw new BadOption("--key gives the same key twice");
  return keys;
}

function keyOf(text: string): ApiKey {
  const [key = "", names, ...rest] = text.split("=");
  if (environmentOf(key) === null || !/^[\x21-\x7e]{10,}$/.test(key) || rest.length > 0) {
    throw new BadOption(
      "--key must begin with bbb_test_ or bbb_live_, without spaces, and may end in =SCOPE+SCOPE",
    );
  }
  return names === undefined ? { key, scopes } : { key, scopes: names.split("+").map(scopeOf) };
}

function scopeOf(name: string): Scope {
  const scope = scopes.find((known) => known === name);
  if (scope === undefined) throw new BadOption(`--key: "${name}" is none of the scopes ${scopes.join(", ")}`);
  return scope;
}

function faultsOf(texts: string[], seed: string | undefined): FaultPlan {
  const plan: FaultPlan = { ...noFaults, chances: {} };
  if (seed !== undefined) plan.seed = number("--seed", seed, { least: 0, most: 2 ** 32 - 1, whole: true });
  for (const text of texts) {
    const [kind = "", chance = "", ...rest] = text.split("=");
    if (!isFaultKind(kind))
      throw new BadOption(`--fault: "${kind}" is none of ${Object.keys(faultKinds).join(", ")}`);
    if (rest.length > 0 || plan.chances[kind] !== undefined) {
      throw new BadOption(`--fault ${text} is not KIND=CHANCE, or gives its kind twice`);
    }
    plan.chances[kind] = number(`--fault ${kind}`, chance, { least: 0, most: 1, whole: false });
  }
  const problem = planProblem(plan);
  if (problem !== null) throw new BadOption(problem);
  return plan;
}

function number(name: string, text: string, bounds: { least: number; most: number; whole: boolean }): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.least && value <= bounds.most && (!bounds.whole || Number.isInteger(value)))
    return value;
  const kind = bounds.whole ? "a whole number" : "a number";
  throw new BadOption(`${name} must be ${kind} from ${bounds.least} to ${bounds.most}, not "${text}"`);
}
