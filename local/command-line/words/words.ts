import type { Language } from "../../../src/endpoints/settings";
import { type CommandWords, english } from "./english";
import { indonesian } from "./indonesian";

const languages: Readonly<Record<Language, CommandWords>> = { en: english, id: indonesian };

/** What only a command says, in a language. */
export function commandWords(language: Language): CommandWords {
  return languages[language];
}

/** True for a yes in any of the languages: what is not a yes is a no. */
export function isYes(answer: string): boolean {
  return /^\s*(y(es)?|ya?)\s*$/i.test(answer);
}
