import { exceptionTexts } from "../../../local/runtime/exception-texts";
import { KillExecution, ServiceFault } from "../../../local/runtime/local-runtime";
import { localizedText } from "../../../local/runtime/localized-text";
import { testRuntime } from "./test-runtime";

const quota = "Service invoked too many times for one day: urlfetch.";

describe("exceptions come in the user's language (reported)", () => {
  test.each([
    ["en", quota],
    ["id", "Layanan terlalu sering diminta di hari yang sama: urlfetch."],
    ["made-up", "Freivpr vaibxrq gbb znal gvzrf sbe bar qnl: urlfetch."],
  ] as const)("%s: the script catches %s", (language, text) => {
    const { value } = testRuntime({ language, quotas: { urlFetchCalls: 0 } });
    expect(value("try { UrlFetchApp.fetch('https://example.com'); } catch (e) { return e.message; }")).toBe(
      text,
    );
  });

  test("a hook's fault too, and what the text names stays", () => {
    const { run } = testRuntime({
      language: "ja",
      beforeCall: ({ method }) => {
        if (method === "flush")
          throw new ServiceFault(
            "The data you entered in cell M2 violates the data validation rules set on this cell.",
          );
      },
    });
    expect(run("SpreadsheetApp.flush();").message).toBe(
      "セル M2 に入力したデータは、このセルに設定されている入力規則に違反しています。",
    );
  });

  test("what surfaces at the execution's end, and a kill", () => {
    const kit = testRuntime({ language: "de" });
    kit.sheet.properties.protections.push({
      box: { row: 1, column: 1, rows: 1, columns: 1 },
      description: "",
    });
    expect(kit.run("SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1);").message).toMatch(
      /^Sie versuchen, eine geschützte Zelle/,
    );
    const killed = testRuntime({
      language: "de",
      beforeCall: () => {
        throw new KillExecution();
      },
    });
    expect(killed.run("SpreadsheetApp.flush();")).toMatchObject({
      outcome: "killed",
      message: "Maximale Ausführungszeit überschritten",
    });
  });

  test("the script's own exceptions and what is not imitated stay as they are", () => {
    const { run } = testRuntime({ language: "made-up" });
    expect(run("throw new Error('mine');").message).toBe("mine");
    expect(run("MailApp.sendEmail('a');").message).toBe("not implemented: MailApp.sendEmail");
  });

  test("the user's locale is the language unless something else is said", () => {
    const locale = "return Session.getActiveUserLocale();";
    expect([
      testRuntime().value(locale),
      testRuntime({ language: "id" }).value(locale),
      testRuntime({ language: "made-up" }).value(locale),
      testRuntime({ language: "id", userLocale: "fr" }).value(locale),
    ]).toEqual(["en", "id", "en", "fr"]);
  });
});

describe("the collection of texts", () => {
  test.each(exceptionTexts)("$en: every language names what the English one names", ({ en, id, de, ja }) => {
    const named = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
    expect([id, de, ja].map(({ text }) => named(text))).toEqual([named(en), named(en), named(en)]);
  });

  test.each(exceptionTexts)("$en: no other language leaves it in English", ({ en }) => {
    const others = (["id", "de", "ja", "made-up"] as const).map((language) => localizedText(en, language));
    expect(others).not.toContain(en);
  });

  test("a text without a known form comes in English, and unreadable in the made-up language", () => {
    expect([localizedText("Odd text", "ja"), localizedText("Odd text", "made-up")]).toEqual([
      "Odd text",
      "Bqq grkg",
    ]);
  });
});
