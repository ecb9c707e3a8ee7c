import { Script } from "node:vm";
import fc from "fast-check";
import { servedPage } from "../../local/runtime/services/served-page";
import { htmlServiceSafe } from "../../scripts/html-service-safe.mjs";
import { type HelpWords, helpPage } from "../../src/help/page";
import { anyCharacter } from "../any-character";
import { textsOf } from "./page-texts";

const words: HelpWords = {
  language: "en",
  facts: [
    { name: "Version", text: "0.1.0" },
    { name: "This sheet", text: "Understood." },
  ],
  reportLabel: "Report",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "Press ⌘C.",
  close: "Close",
};

describe("the page of the dialog Help", () => {
  test("shows what the add-on sees, and the report as it is, line by line", () => {
    const report = "bitbybit Orders 0.1.0\nkey: test\nzone: Asia/Jakarta";
    expect(textsOf(helpPage(words, report))).toMatchObject({
      facts: { Version: "0.1.0", "This sheet": "Understood." },
      report,
    });
  });

  test("has a script that compiles", () => {
    const [, code = ""] = /<script>([\s\S]*)<\/script>/.exec(helpPage(words, "")) ?? [];
    expect(new Script(code)).toBeInstanceOf(Script);
  });

  test("whatever its texts are, it is ASCII, comes through HtmlService as it went in, and has no markup of theirs", () => {
    const hostile = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 60 }),
      fc.constantFrom(
        "</textarea><script>x()</script>",
        '" onload="x()',
        "a//b /* c */ <!-- d -->",
        "<?= e ?>",
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (text, report) => {
        const page = helpPage({ ...words, notCopied: text, facts: [{ name: text, text }] }, report);
        expect(htmlServiceSafe(page)).toBe(page);
        expect(servedPage(page, new Map())).toBe(page);
        expect(page.match(/<\w+/g)).toEqual(
          helpPage({ ...words, facts: [{ name: "", text: "" }] }, "").match(/<\w+/g),
        );
      }),
      { seed: 18, numRuns: 120 },
    );
  });
});
