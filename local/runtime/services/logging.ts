import { NotImplemented } from "../faults";
import type { LogLine } from "../options";
import { callTable, Service } from "./service";

const consoleCalls = callTable({ free: ["log", "info", "warn", "error"] });

/** console: goes to the runtime's `log`. A first text with `%s` and its like is a format (Apps Script documentation, console). */
export class ConsoleObject extends Service {
  readonly service = "console";
  readonly calls = consoleCalls;

  log(...values: unknown[]): void {
    this.write("log", values);
  }
  info(...values: unknown[]): void {
    this.write("info", values);
  }
  warn(...values: unknown[]): void {
    this.write("warn", values);
  }
  error(...values: unknown[]): void {
    this.write("error", values);
  }

  private write(level: LogLine["level"], values: readonly unknown[]): void {
    this.execution.options.log?.({ level, text: formatted(values) });
  }
}

/** Logger: the older log. */
export class LoggerObject extends Service {
  readonly service = "Logger";
  readonly calls = callTable({ free: ["log"] });

  /**
   * A text, or a format and the texts that it names (Apps Script documentation, Logger.log). How it writes lists, objects and
   * numbers is not documented, and said to be Java's way, so they are refused.
   */
  log(...values: unknown[]): this {
    const other = values.find((value) => typeof value !== "string");
    if (other !== undefined) throw new NotImplemented(`Logger.log of a value of type ${typeof other}`);
    this.execution.options.log?.({ level: "log", text: formatted(values) });
    return this;
  }
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Service) return value.service;
  if (typeof value === "object" && value !== null && "stack" in value && "message" in value)
    return String(value.message);
  return JSON.stringify(value) ?? String(value);
}

/** The values one after the other, or put into the first one if it is a format. Values that no specifier takes follow. */
function formatted(values: readonly unknown[]): string {
  const [format, ...given] = values;
  if (typeof format !== "string" || given.length === 0) return values.map(shown).join(" ");
  const rest = [...given];
  const text = format.replace(/%([%sdifoOj])/g, (specifier, kind: string) => {
    if (kind === "%") return "%";
    if (rest.length === 0) return specifier;
    const value = rest.shift();
    if (kind === "s") return shown(value);
    if (kind === "d" || kind === "i") return String(Math.trunc(Number(value)));
    return kind === "f" ? String(Number(value)) : (JSON.stringify(value) ?? String(value));
  });
  return [text, ...rest.map(shown)].join(" ");
}
