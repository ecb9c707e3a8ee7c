import type { Language } from "../endpoints/settings";
import { english } from "./english/english";

/**
 * Every sentence of the server in one language. A language is a folder of files with the same names as English's; this
 * type makes a sentence that it lacks a compile error.
 */
export type Catalogue = typeof english;

const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, id: english };

/** The sentences of a language. */
export function catalogueOf(language: Language): Catalogue {
  return catalogues[language];
}

/** True for a Message that asks for a decision, whatever language wrote it: the user may have changed it since. */
export function isReviewText(message: string): boolean {
  return Object.values(catalogues).some(({ cells }) => message.startsWith(cells.reviewStart));
}
