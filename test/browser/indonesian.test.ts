import { englishIn } from "../messages/sentences";
import { describeInWorkbench } from "./describe-in-workbench";
import { orderRow, sheetOf, type WorkbenchPage } from "./running-workbench";

/** Names that stay as they are: headers, statuses, the languages' own, what stands in the sheet, and bitbybit's address. */
const names =
  /First name|Last name|Full name|Ship \w+ name|Order ref|Address \d|Variant ID|Customer ID|Order ID|English|Bahasa Indonesia|https?:\S+|R-\d+/g;

/** The English words that the sidebar shows. */
async function englishShown({ sidebar }: WorkbenchPage): Promise<string[]> {
  const text = await sidebar.locator("body").evaluate(({ innerText }: { innerText: string }) => innerText);
  return text.split("\n").filter((line) => englishIn(line.replace(names, "")).length > 0);
}

describeInWorkbench("a user whose account speaks Indonesian", (open) => {
  test("makes orders of a messy sheet, and meets no English sentence in page, dialogs and cells", async () => {
    const rows = [orderRow("R-1"), orderRow("R-2", "dua setengah"), orderRow("R-3", "3")];
    const at = await open(sheetOf(rows), "orders.csv", ["--language", "id"]);
    const { sidebar, page } = at;
    await at.drag("A2", "A4");
    expect(await englishShown(at)).toEqual([]);

    await at.menuItem("bitbybit Orders", "Periksa pilihan");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("3 pesanan: 2 siap dikirim dan 1 bermasalah.").waitFor();
    await page.keyboard.press("Enter");
    const message = await at.column("Message");
    expect(await at.cellShows(`${message}3`, /F3/)).toContain("bukan bilangan bulat");

    await sidebar.getByRole("tab", { name: "Masalah" }).click();
    await sidebar.getByText("Quantity bukan bilangan bulat").first().waitFor();
    expect(await englishShown(at)).toEqual([]);

    await sidebar.getByRole("tab", { name: "Proses" }).click();
    await at.create();
    const question = sidebar.getByRole("alertdialog");
    await question.waitFor();
    expect(await englishShown(at)).toEqual([]);
    await question.getByRole("button", { name: "Ya, buat pesanan" }).click();
    await sidebar.getByRole("heading", { name: "2 dari 3 pesanan dibuat" }).waitFor();
    expect(await englishShown(at)).toEqual([]);

    for (const tab of ["Kolom", "Pengaturan"]) {
      await sidebar.getByRole("tab", { name: tab }).click();
      await sidebar.getByRole("tabpanel").waitFor();
      expect(await englishShown(at)).toEqual([]);
    }
    expect(at.complaints).toEqual([]);
  });
});
