import type { Language } from "../src/endpoints/settings";

/** The languages that the add-on speaks, as the commands name them. */
export const languages: readonly Language[] = ["en", "id"];

/** What `--language` names; null for another text, and English without the option. */
export function languageIn(text: string | undefined): Language | null {
  if (text === undefined) return "en";
  return languages.find((language) => language === text) ?? null;
}

/** The language that arguments ask for, whatever else is wrong with them; English for none. */
export function languageAmong(args: readonly string[]): Language {
  const place = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  const given = args[place] ?? "";
  return languageIn(given.includes("=") ? given.replace("--language=", "") : args[place + 1]) ?? "en";
}
