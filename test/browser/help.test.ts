import { seriousFaults } from "./accessibility";
import { describeInWorkbench } from "./describe-in-workbench";
import { orderRow, sheetOf, type WorkbenchPage } from "./running-workbench";

/** Opens *Help* and gives the frame of the dialog's page. */
async function openHelp(at: WorkbenchPage) {
  await at.menuItem("bitbybit Orders", "Help");
  const element = await at.page.locator(".modal iframe").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The dialog has no page.");
  await frame.getByRole("button", { name: "Copy report" }).waitFor();
  return frame;
}

/** What the clipboard holds, as a person would find out. */
async function pasted({ page }: WorkbenchPage): Promise<string> {
  await page.evaluate(
    "document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))",
  );
  await page.locator("#paste").focus();
  await page.keyboard.press("Control+v");
  return page.locator("#paste").inputValue();
}

describeInWorkbench("the dialog Help", (open) => {
  test("copies the report at a press of a key, and closes at another", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    const help = await openHelp(at);
    const report = await help.getByRole("textbox").inputValue();
    expect(report).toMatch(/^bitbybit Orders \d/);
    await help.getByRole("textbox").focus();
    await at.page.keyboard.press("Tab");
    await at.page.keyboard.press("Enter");
    await help.getByText("Copied.").waitFor();
    await help.getByRole("button", { name: "Close" }).focus();
    await at.page.keyboard.press("Enter");
    await at.page.locator(".modal").waitFor({ state: "detached" });
    expect(await pasted(at)).toBe(report);
    expect(at.complaints).toEqual([]);
  });

  test("says what to press if the browser refuses to copy, with the report selected", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    const help = await openHelp(at);
    await help.evaluate("document.execCommand = () => false");
    await help.getByRole("button", { name: "Copy report" }).click();
    await help.getByText("press Ctrl+C").waitFor();
    const selected = await help.evaluate("getSelection().toString()");
    expect(selected).toBe(await help.getByRole("textbox").inputValue());
  });

  test("has no serious fault that axe finds, light and dark", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    const help = await openHelp(at);
    for (const colorScheme of ["light", "dark"] as const) {
      await at.page.emulateMedia({ colorScheme });
      expect(await seriousFaults(help)).toEqual([]);
    }
  });
});
