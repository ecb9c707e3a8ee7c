import type { Language } from "../endpoints/settings";
import { headerOf } from "../orders/field";
import { english, type Words } from "./english/english";
import { indonesian } from "./indonesian/indonesian";
import { textsOf } from "./texts/texts";
import { withMenu } from "./with-menu";

/**
 * Every sentence of the server in one language. A language is a folder of words; how sentences are put together from them
 * stands once, in `texts/`.
 */
export type Catalogue = ReturnType<typeof textsOf>;

/** The captions of the menu. */
export type MenuCaptions = Words["menu"];

const languages: Readonly<Record<Language, Words>> = { en: english, id: indonesian };

/** Made at first use, so that opening the menu does not pay for sentences. */
const catalogues: Partial<Record<Language, Catalogue>> = {};

/**
 * The sentences of a language. `menuLanguage`: the menu's own, in which they name its items, since the menu follows the
 * user's account alone.
 */
export function catalogueOf(language: Language, menuLanguage = language): Catalogue {
  catalogues[language] ??= textsOf(languages[language]);
  const catalogue = catalogues[language];
  return language === menuLanguage ? catalogue : withMenu(catalogue, languages[menuLanguage].menu);
}

/** The language of a user with a locale such as `id` or `in_ID`; the older code of Indonesian is still in use. */
export function languageOf(locale: string): Language {
  return /^(id|in)(?![a-z])/i.test(locale) ? "id" : "en";
}

/** True for a Message that asks for a decision, whatever language wrote it: the user may have changed it since. */
export function isReviewText(message: string): boolean {
  return Object.values(languages).some(({ reviews }) => message.startsWith(reviews.start));
}

/** So many characters of a sentence tell it from what people type. */
const tellingLength = 16;

/** A problem as a Message tells it: `G11 Quantity: …`. */
const problemShape = new RegExp(`^[A-Z]{1,3}\\d{1,7} (?:${Object.values(headerOf).join("|")}): `);

let beginnings: ReadonlySet<string> | null = null;

/** True for a text that the add-on writes into Message, whatever language wrote it. */
export function isMessage(text: string): boolean {
  if (text.length < tellingLength) return false;
  beginnings ??= new Set(Object.values(languages).flatMap(({ outcomes }) => sentencesIn(outcomes)));
  if (beginnings.has(text.slice(0, tellingLength)) || problemShape.test(text)) return true;
  return Object.values(languages).some(
    ({ reviews, unresolved }) => text.startsWith(reviews.start) || text.startsWith(unresolved.start),
  );
}

function sentencesIn(words: unknown): string[] {
  if (typeof words === "string") return words.length < tellingLength ? [] : [words.slice(0, tellingLength)];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(sentencesIn) : [];
}
