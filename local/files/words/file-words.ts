import type { Language } from "../../../src/endpoints/settings";
import { english, type FileWords } from "./english";
import { indonesian } from "./indonesian";

/** Something to be said of a file, in the words of any language. */
export type Saying = (words: FileWords) => string;

const languages: Readonly<Record<Language, FileWords>> = { en: english, id: indonesian };

/** What is said of files, in a language. */
export function fileWords(language: Language): FileWords {
  return languages[language];
}
