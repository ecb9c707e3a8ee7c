import { callTable, Service } from "./service";

const calls = callTable({ free: ["getScriptTimeZone", "getActiveUserLocale"] });

/** Session: time zone and language. The user's e-mail would need a scope of its own and is not imitated. */
export class SessionObject extends Service {
  readonly service = "Session";
  readonly calls = calls;

  getScriptTimeZone(): string {
    return this.execution.options.scriptTimeZone ?? "Etc/GMT";
  }

  getActiveUserLocale(): string {
    const { userLocale, language = "en" } = this.execution.options;
    return userLocale ?? (language === "made-up" ? "en" : language);
  }
}
