import type { Language } from "../endpoints/settings";
import { english } from "./english/english";
import { indonesian } from "./indonesian/indonesian";
import { withMenu } from "./with-menu";

/**
 * Every sentence of the server in one language. A language is a folder of files with the same names as English's; this
 * type makes a sentence that it lacks a compile error.
 */
export type Catalogue = typeof english;

/** The captions of the menu. */
export type MenuCaptions = Catalogue["addOn"]["menu"];

const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, id: indonesian };

/**
 * The sentences of a language. `menuLanguage`: the menu's own, in which they name its items, since the menu follows the
 * user's account alone.
 */
export function catalogueOf(language: Language, menuLanguage = language): Catalogue {
  const catalogue = catalogues[language];
  return language === menuLanguage ? catalogue : withMenu(catalogue, catalogues[menuLanguage].addOn.menu);
}

/** The language of a user with a locale such as `id` or `in_ID`; the older code of Indonesian is still in use. */
export function languageOf(locale: string): Language {
  return /^(id|in)(?![a-z])/i.test(locale) ? "id" : "en";
}

/** True for a Message that asks for a decision, whatever language wrote it: the user may have changed it since. */
export function isReviewText(message: string): boolean {
  return Object.values(catalogues).some(({ cells }) => message.startsWith(cells.reviewStart));
}
