// Makes a page that Apps Script's HtmlService leaves as it is. HtmlService ignores meta tags of a file (Apps Script
// documentation, HtmlOutput.addMetaTag) and takes out what looks like a comment, even inside a script's strings
// (reported: React-Google-Apps-Script, issue 157). So neither may be there, and what it might read as HTML neither.
import { parse } from "acorn";

/** What must not be left anywhere in the page, and why. */
const refused = [
  [/\/\//, "//, which HtmlService takes for a comment"],
  [/\/\*/, "/*, which HtmlService takes for a comment"],
  [/<!--/, "<!--, which HtmlService takes for a comment"],
  [/<\?/, "<?, which Apps Script runs as a template"],
  [/[^\0-\x7f]/, "a character that is not ASCII"],
];

/**
 * The page with its scripts' strings escaped, its meta tags gone and its text in ASCII. Throws an Error that names the place
 * if something is left that HtmlService would alter.
 */
export function htmlServiceSafe(html) {
  const page = html
    .split(/(<script\b[^>]*>[\s\S]*?<\/script>|<style\b[^>]*>[\s\S]*?<\/style>)/i)
    .map((part) => {
      const [, open, code, close] = /^(<script\b[^>]*>)([\s\S]*)(<\/script>)$/i.exec(part) ?? [];
      if (open !== undefined) return open + safeScript(code) + close;
      return /^<style\b/i.test(part) ? part : safeMarkup(part);
    })
    .join("");
  for (const [pattern, what] of refused) {
    const found = pattern.exec(page.replace(/^<!doctype html>/i, ""));
    if (found === null) continue;
    const around = page.slice(Math.max(0, found.index - 40), found.index + 40);
    throw new Error(`The page holds ${what}: ${around}`);
  }
  return page;
}

/** Markup without meta tags, in ASCII. */
function safeMarkup(markup) {
  return markup
    .replace(/<meta\b[^>]*>/gi, "")
    .replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** A script that means the same, without comments' signs or tags in its texts and regular expressions. */
export function safeScript(code) {
  const tokens = [];
  parse(code, { ecmaVersion: 2022, sourceType: "script", onToken: tokens });
  let safe = "";
  let end = 0;
  for (const { type, start, end: tokenEnd } of tokens) {
    const rewrite = rewrites[type.label];
    if (rewrite === undefined) continue;
    safe += code.slice(end, start) + rewrite(code.slice(start, tokenEnd));
    end = tokenEnd;
  }
  return safe + code.slice(end);
}

/** By acorn's name of a token. */
const rewrites = { string: safeText, template: safeText, regexp: safePattern };

/** The source of a string or template: the second sign of a comment and every < by their codes. */
function safeText(source) {
  return source
    .replace(/\\[\s\S]|\/[/*]|</g, (piece) => {
      if (piece === "<" || piece === "\\<") return "\\x3c";
      if (piece === "//") return "/\\u002f";
      return piece === "/*" ? "/\\u002a" : piece;
    })
    .replace(/\\\/(?=[/*])/g, "\\u002f");
}

/** The source of a regular expression: every slash of its pattern and every < that is no part of its syntax by their codes. */
function safePattern(source) {
  const end = source.lastIndexOf("/");
  const pattern = source.slice(1, end).replace(/\\k<|\(\?<|\\\/|\\[\s\S]|\/|</g, (piece) => {
    if (piece === "\\/" || piece === "/") return "\\u002f";
    return piece === "<" || piece === "\\<" ? "\\x3c" : piece;
  });
  return `/${pattern}${source.slice(end)}`;
}
