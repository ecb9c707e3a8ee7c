import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { helpText as apiHelp } from "../local/api/options";
import { usage as startHelp } from "../local/command-line/options";
import { helpText as workbenchHelp } from "../local/workbench/options";
import { english as englishWords } from "../src/messages/english/english";
import { indonesian } from "../src/messages/indonesian/indonesian";
import { articleNumbers, headerOf } from "../src/orders/field";
import { brokenLinks, documents, filesUnder, projectFolder, quotedParts, textOf } from "./documents";
import { everyMessage } from "./messages/every-message";

const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf("package.json"));

describe.each(documents)("%s", (document) => {
  it("links to files and headings that exist", () => {
    expect(brokenLinks(document)).toEqual([]);
  });

  it("names npm scripts that exist", () => {
    const named = [...textOf(document).matchAll(/\bnpm run (?:--silent )?([a-z]+)/g)].map(
      ([, name = ""]) => name,
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("names files and folders that exist", () => {
    const named = [...textOf(document).matchAll(/`((?:src|local|test|scripts|docs|examples)\/[\w./-]+)`/g)];
    const paths = named.map(([, path = ""]) => path).filter((path) => !path.includes(".result."));
    expect(paths.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });

  it("quotes the product's own words", () => {
    // What the sources hold, with long strings put together and quotes unescaped.
    const product = [...filesUnder("src/messages/english"), "src/sidebar/words/english.ts"]
      .map(textOf)
      .join("\n")
      .replace(/" \+\s*"/g, "")
      .replaceAll("\\'", "'");
    expect(quotedParts(document).filter((part) => !product.includes(part))).toEqual([]);
  });
});

/** The pages for those who make orders. */
const pagesForUsers = ["docs/first-run.md", "docs/using.md", "docs/messages.md", "docs/faq.md"];

/** Words of programmers; `API key` and `API address` are captions of the sidebar. */
const programmingWords =
  /\b(HTTPS?|JSON|XML|HTML|URL|OAuth|scopes?|exceptions?|stack|strings?|booleans?|null|undefined|arrays?|regex|endpoints?|payloads?|idempoten\w+|commits?|repositor\w+|npm|node|console|parse[ds]?|mutex|tokens?|callbacks?|threads?|runtime|bundles?|hash(?:es)?|schemas?|cache[ds]?|servers? side|timeouts?|retr(?:y|ies)|async|deploy\w*|executions?|scripts?|journal|fencing|batch(?:es)?|API(?! key| address))\b/gi;

describe.each(pagesForUsers)("%s", (page) => {
  it("uses no programming words", () => {
    // Quoted sentences are the product's, and links lead to other pages.
    const text = textOf(page)
      .replace(/“[^”]*”/g, "")
      .replace(/\]\([^)]*\)/g, "]")
      .replace(/`[^`]*`/g, "");
    expect(text.match(programmingWords) ?? []).toEqual([]);
  });
});

describe.each(documents.filter((path) => path.startsWith("docs/id/")))("%s", (page) => {
  const captionsIn = (text: string) =>
    [...text.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(([, caption = ""]) => caption.replace(/\s+/g, " "));

  it("names the menu and the sidebar's parts as they are called in Indonesian", () => {
    const known = [
      ...Object.values(indonesian.menu),
      ...filesUnder("src/sidebar/words").map(textOf).join("\n").split(/["`]/),
    ].map((caption) => caption.replace(/ \(\$\{.*$/, ""));
    const english = Object.values(englishWords.menu);
    const captions = captionsIn(textOf(page)).flatMap((caption) => caption.split(" > "));
    expect(captions.filter((caption) => english.includes(caption as (typeof english)[number]))).toEqual([]);
    const parts = captions.filter((caption) => /^[A-Z][a-z]+ [a-z]/.test(caption) && !isHeader(caption));
    expect(parts.filter((caption) => !known.includes(caption))).toEqual([]);
  });
});

/** True for a header of the sheet, which is the same in every language. */
function isHeader(text: string): boolean {
  return Object.values(headerOf).some((header) => header === text);
}

describe("docs/messages.md", () => {
  const messages = everyMessage();
  /** Messages that a quote with its "…" stands for. */
  const meantBy = (quote: string) => {
    const parts = quote.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return messages.filter((message) => new RegExp(`^${parts.join("[^]*")}$`).test(message));
  };
  /** A row of a table: what is quoted in its first cell, and whether it has a cause and a cure. */
  const rows = textOf("docs/messages.md")
    .split("\n")
    .filter((line) => line.startsWith("| “"))
    .map((line) => line.split(" | "));
  const quotes = rows.flatMap(([first = ""]) =>
    [...first.matchAll(/“([^”]*)”/g)].map(([, quote = ""]) => quote),
  );
  const outsideTables = ["… has … too: select … as well…"];

  it("has a line for every message that users see", () => {
    const explained = new Set([...quotes, ...outsideTables].flatMap(meantBy));
    expect(messages.filter((message) => !explained.has(message))).toEqual([]);
  });

  it("has no line for a message that nobody can see", () => {
    expect(quotes.length).toBeGreaterThan(100);
    expect(quotes.filter((quote) => meantBy(quote).length === 0)).toEqual([]);
  });

  it("says in each line what to do", () => {
    expect(rows.filter(([, cure = ""]) => cure.replace(/\W/g, "").length < 10)).toEqual([]);
  });
});

test("every status has its line in docs/using.md", () => {
  const table = textOf("docs/using.md");
  const statuses = [
    "Valid",
    "Invalid",
    "Sending",
    "Created",
    "Created (test)",
    "Rejected",
    "Not sent",
    "Unconfirmed",
  ];
  expect(statuses.filter((status) => !table.includes(`| \`${status}\` |`))).toEqual([]);
});

test("every column that the add-on knows is in docs/using.md", () => {
  const using = textOf("docs/using.md");
  // Of further articles the page has the first headers, and how far they are numbered.
  const isFurther = (header: string) => /^(Variant ID|SKU|Product|Quantity) (?!2$)\d+$/.test(header);
  const headers = Object.values(headerOf).filter((header) => !isFurther(header));
  expect(headers.filter((header) => !using.includes(header))).toEqual([]);
  expect(using).toContain(`Quantity 2, up to ${Math.max(...articleNumbers)} |`);
});

test("every page of docs/ can be reached from the README", () => {
  const reached = new Set<string>();
  const visit = (page: string) => {
    if (reached.has(page)) return;
    reached.add(page);
    for (const [, target = ""] of textOf(page).matchAll(/\]\(([^)#\s]+\.md)/g)) {
      if (!target.startsWith("http")) visit(join(dirname(page), target));
    }
  };
  visit("README.md");
  expect(documents.filter((page) => !reached.has(page))).toEqual([]);
});

describe("docs/installing.md", () => {
  it("has every sentence of the commands that it explains, as they say it", () => {
    const sources = filesUnder("scripts/release")
      .map(textOf)
      .join("\n")
      .replace(/\$\{projectFileName\}/g, ".clasp.local.json");
    const table = textOf("docs/installing.md").split("### If it says something else")[1] ?? "";
    const quoted = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, sentence = ""]) => sentence);
    expect(quoted.length).toBeGreaterThan(7);
    expect(quoted.filter((sentence) => !sources.includes(sentence))).toEqual([]);
  });
});

describe("docs/marketplace.md", () => {
  it("gives a reason for each scope of the manifest, and for no other", () => {
    const { oauthScopes }: { oauthScopes: string[] } = JSON.parse(textOf("appsscript.json"));
    const named = [...textOf("docs/marketplace.md").matchAll(/^\| `(https:\S+auth\S+)` \| \S/gm)].map(
      ([, scope]) => scope,
    );
    expect(named.sort()).toEqual([...oauthScopes].sort());
  });

  it("keeps to the listing's lengths: 200 characters for the short description", () => {
    const [, short = ""] = /\| Short description \| ([^|]+) \|/.exec(textOf("docs/marketplace.md")) ?? [];
    expect(short.length).toBeGreaterThan(20);
    expect(short.length).toBeLessThanOrEqual(200);
  });
});

describe("SECURITY.md", () => {
  const security = textOf("SECURITY.md").replace(/\s+/g, " ");
  /** For each point: the names of tests that show it, and their file. */
  const points = [...security.matchAll(/- (\*[^`]*?) ?\(`(test\/[\w./-]+)`\)/g)].map(
    ([, names = "", file = ""]) => ({
      names: [...names.matchAll(/\*([^*]+)\*/g)].map(([, name = ""]) => name),
      file,
    }),
  );

  it("names tests that are there, in the files that it names", () => {
    expect(points.length).toBeGreaterThan(30);
    const missing = points.flatMap(({ names, file }) => names.filter((name) => !textOf(file).includes(name)));
    expect(missing).toEqual([]);
  });

  it("names tests for each of its sections that claims something to be shown", () => {
    const sections = textOf("SECURITY.md").split(/^## /m).slice(1);
    const without = sections.filter((section) => !/^Shown by:\n\n- \*/m.test(section));
    expect(without.map((section) => section.split("\n")[0])).toEqual(["What remains"]);
  });
});

describe("docs/developing.md", () => {
  const developing = textOf("docs/developing.md");

  it("has every npm script", () => {
    const missing = Object.keys(scripts).filter(
      (name) => !new RegExp(`npm (run )?${name}\\b`).test(developing),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ["npm start", startHelp("en")],
    ["npm run api", apiHelp],
    ["npm run workbench", workbenchHelp],
  ])("has every option of %s", (_, help) => {
    const options = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = ""]) => option);
    expect(options.length).toBeGreaterThan(0);
    expect(options.filter((option) => !developing.includes(option))).toEqual([]);
  });
});

test("every program that an npm script names is there", () => {
  const named = Object.values(scripts).flatMap(
    (script) => script.match(/\b(?:local|scripts)\/[\w./-]+/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
});
