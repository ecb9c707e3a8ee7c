import { failer, type Verdict } from "./verdict";
import { apiKeys, type World } from "./world";

/** The API key is in no cell, no property of the document, and nothing that was shown or logged. */
export function judgeSecrets(world: World, verdict: Verdict): void {
  const fail = failer(verdict);
  const properties = JSON.stringify({
    ...world.stores.allProperties().documents,
    script: world.stores.allProperties().script,
  });
  const cells = world.spreadsheet.sheets.flatMap((sheet) =>
    Array.from({ length: sheet.lastRow() }, (_, index) =>
      sheet.rowCells(index + 1).map((cell) => `${cell?.value ?? ""} ${cell?.note ?? ""}`),
    ),
  );
  const everywhere: [string, string][] = [
    ["a document property", properties],
    ["a cell", JSON.stringify(cells)],
    ["something shown", world.shown.join("\n")],
  ];
  for (const key of Object.values(apiKeys)) {
    const secret = key.slice("bbb_test_".length, -4);
    for (const [place, text] of everywhere)
      if (text.includes(secret)) fail("key shown", `the API key is in ${place}`);
  }
}
