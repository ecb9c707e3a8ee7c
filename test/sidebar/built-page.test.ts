import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../documents";

const page = readFileSync(join(projectFolder, "dist/sidebar.html"), "utf8");

test("the page with both languages has at most 75,000 bytes", () => {
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(75_000);
});

test("the page is ASCII, so that no step on its way can damage a letter", () => {
  expect([...page].filter((character) => character > "\x7f")).toEqual([]);
});

test("nothing in the page looks like a comment, which HtmlService would take out even of a string", () => {
  expect(page.match(/\/\/|\/\*|<!--|<\?/g)).toBeNull();
});

test("the page loads nothing from elsewhere", () => {
  expect(page.match(/<(link|img|iframe|script)\b[^>]*\b(src|href)=/g)).toBeNull();
  expect(page.match(/@import|url\(/g)).toBeNull();
});

test("the page's first view stands in it before its script", () => {
  const [before = ""] = page.split("<script>");
  for (const id of ["tab-run", "tab-columns", "tab-problems", "tab-settings", "card-heading"])
    expect(before).toContain(`id="${id}"`);
});
