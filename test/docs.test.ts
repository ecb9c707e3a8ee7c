import { existsSync } from "node:fs";
import { join } from "node:path";
import { helpText as apiHelp } from "../local/api/options";
import { usage as startHelp } from "../local/command-line/options";
import { helpText as workbenchHelp } from "../local/workbench/options";
import { brokenLinks, documents, filesUnder, projectFolder, quotedParts, textOf } from "./documents";

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
    const product = [...filesUnder("src/messages"), "src/sidebar/words/english.ts"]
      .map(textOf)
      .join("\n")
      .replace(/" \+\s*"/g, "")
      .replaceAll("\\'", "'");
    expect(quotedParts(document).filter((part) => !product.includes(part))).toEqual([]);
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
    ["npm start", startHelp],
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
