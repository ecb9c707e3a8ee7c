import type { Language } from "../../endpoints/settings";
import { english, type Words } from "./english";
import { indonesian } from "./indonesian";

export type { Words } from "./english";

const catalogues: Record<Language, Words> = { en: english, id: indonesian };

/** The page's words in a language. */
export function wordsOf(language: Language): Words {
  return catalogues[language];
}

/**
 * The language to begin with, before the server has told it: Indonesian if the browser prefers it. Both codes of it
 * count: `id` and the older `in` (BCP 47 registry, language subtag `in`).
 */
export function languageOf(browserLanguages: readonly string[]): Language {
  return /^(id|in)\b/i.test(browserLanguages[0] ?? "") ? "id" : "en";
}
