import type { Snippets } from "../snippet";
import { argumentSnippets } from "./argument-snippets";
import { conditionalSnippets } from "./conditional-snippets";
import { dateSnippets } from "./date-snippets";
import { formatSnippets } from "./format-snippets";
import { htmlSnippets } from "./html-snippets";
import { languageSnippets } from "./language-snippets";
import { lockSnippets } from "./lock-snippets";
import { rangeSnippets } from "./range-snippets";
import { sheetSnippets } from "./sheet-snippets";
import { storageSnippets } from "./storage-snippets";
import { typedSnippets } from "./typed-snippets";
import { utilitySnippets } from "./utility-snippets";
import { writeSnippets } from "./write-snippets";

const groups: Readonly<Record<string, Snippets>> = {
  typed: typedSnippets,
  format: formatSnippets,
  write: writeSnippets,
  range: rangeSnippets,
  sheet: sheetSnippets,
  conditional: conditionalSnippets,
  lock: lockSnippets,
  storage: storageSnippets,
  arguments: argumentSnippets,
  dates: dateSnippets,
  language: languageSnippets,
  utilities: utilitySnippets,
  html: htmlSnippets,
};

/** All snippets, each under `GROUP: NAME`. */
export const allSnippets: Snippets = Object.fromEntries(
  Object.entries(groups).flatMap(([group, snippets]) =>
    Object.entries(snippets).map(([name, snippet]) => [`${group}: ${name}`, snippet]),
  ),
);
