import { exceptionTexts } from "../../local/runtime/exception-texts";
import { localizedText } from "../../local/runtime/localized-text";
import { exceptionHint } from "../../src/apps-script/exception-texts";

describe("a hint of what an exception is about", () => {
  test.each([
    ["Service invoked too many times for one day: urlfetch.", "dailyQuota"],
    ["Layanan terlalu sering diminta di hari yang sama: urlfetch.", "dailyQuota"],
    ["Servicio solicitado demasiadas veces en un mismo día: urlfetch.", "dailyQuota"],
    ["Trop d'appels pour ce service aujourd'hui : urlfetch.", "dailyQuota"],
    [
      "Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.",
      "tooOften",
    ],
    ["Bandwidth quota exceeded: https://example.com", "bandwidth"],
    ["Timeout: https://example.com", "fetchTimeout"],
    ["Address unavailable: https://example.com", "unreachable"],
    ["DNS error: https://example.com", "unreachable"],
    [
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
      "protectedCell",
    ],
    [
      "保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。",
      "protectedCell",
    ],
    [
      "Estás intentando modificar una celda o un objeto protegido. Si necesitas realizar cambios, comunícate con el propietario.",
      "protectedCell",
    ],
    ["This operation is not allowed on cells in typed columns.", "typedColumn"],
    ["Service Spreadsheets timed out while accessing document with id abc.", "serverFault"],
    ["Maaf, terjadi kesalahan pada server: DEADLINE_EXCEEDED", "serverFault"],
    ["עמ׳: DEADLINE_EXCEEDED", "serverFault"],
    ["Ein Serverfehler ist aufgetreten. Bitte versuchen Sie es später erneut.", "serverFault"],
    [
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      "permission",
    ],
    ["Argumen terlalu besar: value", "storageFull"],
    [
      "You have exceeded the property storage quota. Please remove some properties and try again.",
      "storageFull",
    ],
    ["Lock timeout: another process was holding the lock for too long.", "lockTimeout"],
    ["The coordinates of the range are outside the dimensions of the sheet.", "gone"],
    [
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
      "cellLimit",
    ],
  ])("%s", (text, kind) => {
    expect(exceptionHint(text)?.kind).toBe(kind);
  });

  test("names the cell that the text names", () => {
    expect(
      exceptionHint("The data you entered in cell M2 violates the data validation rules set on this cell."),
    ).toEqual({ kind: "validation", cell: "M2" });
  });

  test.each([
    "Waktu eksekusi maksimum terlampaui",
    "Cannot read properties of undefined (reading 'x')",
    "The orders are 3 too many for this sheet.",
    "",
  ])("of an unknown text there is none: %j", (text) => {
    expect(exceptionHint(text)).toBeNull();
  });

  test.each(exceptionTexts.map(({ en }) => en))(
    "in a language that nothing knows there is none: %s",
    (en) => {
      const names = en.includes("{0}") && /Error code|error occurred/.test(en) ? "SOMETHING" : "M2";
      const text = localizedText(en.replaceAll(/\{\d\}/g, names), "made-up");
      expect(exceptionHint(text)).toBeNull();
    },
  );
});
