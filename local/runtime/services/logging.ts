import type { LogLine } from "../options";
import { callTable, Service } from "./service";

const consoleCalls = callTable({ free: ["log", "info", "warn", "error"] });

/** console: goes to the runtime's `log`. Format specifiers such as `%s` are not imitated. */
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
    this.execution.options.log?.({ level, text: values.map(shown).join(" ") });
  }
}

/** Logger: the older log. */
export class LoggerObject extends Service {
  readonly service = "Logger";
  readonly calls = callTable({ free: ["log"] });

  log(value: unknown): this {
    this.execution.options.log?.({ level: "log", text: shown(value) });
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
