import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFile } from "../../../local/files/open-file";
import { english } from "../../../local/files/words/english";
import { fileWords } from "../../../local/files/words/file-words";

const folder = mkdtempSync(join(tmpdir(), "words-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("a file that cannot be used is told of in the language that was asked for", async () => {
  const path = written("open.csv", 'Status,Notes\nx,"never closed\n');
  expect(await openFile(path)).toMatchObject({
    ok: false,
    message: "open.csv line 2 begins a quoted cell that never ends; close its quote",
  });
  expect(await openFile(path, { language: "id" })).toMatchObject({
    ok: false,
    message: "open.csv baris 2 memulai sel berkutip yang tidak pernah ditutup; tutup kutipnya",
  });
});

test("so is what should be known of a file that can be used", async () => {
  const path = written("wide.csv", "Variant ID,Quantity\nvar_1,1,more\n");
  const opened = await openFile(path, { language: "id" });
  expect(opened.ok && opened.file.warnings).toEqual([
    expect.stringContaining("baris 2 punya sel lebih banyak"),
  ]);
});

test("no sentence is the same in both languages, and each names what it is about", () => {
  const args = ["NAME", "WHAT", 7, 8] as const;
  for (const [code, say] of Object.entries(english)) {
    const given = code === "wideRows" ? ["NAME", [3]] : code === "notAFileType" ? ["NAME", [".csv"]] : args;
    const known =
      code === "brokenCell"
        ? ["NAME", 3, "unclosed", 9]
        : code === "tooManyParts"
          ? ["NAME", "rows", 9]
          : given;
    const speak = (words: object) =>
      (words as Record<string, (...values: unknown[]) => string>)[code]?.(...known);
    const [inEnglish, inIndonesian] = [speak(english), speak(fileWords("id"))];
    expect(inIndonesian).not.toBe(inEnglish);
    for (const sentence of [inEnglish, inIndonesian]) expect(sentence).toContain("NAME");
    expect(say).toBeInstanceOf(Function);
  }
});
