/** Sheets still writes the language codes that Java used before 1989's names were replaced (reported). */
const formerCodes: Readonly<Record<string, string>> = { in: "id", iw: "he", ji: "yi" };

/** A locale as Sheets writes it (`en_US`, `in_ID`) as a language tag (`en-US`, `id-ID`). */
export function languageTag(locale: string): string {
  const [language = "en", ...rest] = locale.split("_");
  return [formerCodes[language] ?? language, ...rest].join("-");
}
