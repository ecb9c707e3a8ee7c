import type { Browser, Page } from "playwright-core";
import { describeInChromium, launchChromium } from "./chromium";
import { headers, orderRow, type RunningWorkbench, startWorkbench, WorkbenchPage } from "./running-workbench";

describeInChromium("settings that cannot be used, typed into the sidebar", () => {
  let browser: Browser;
  let page: Page;
  let workbench: RunningWorkbench;
  beforeAll(async () => {
    browser = await launchChromium();
    workbench = await startWorkbench(`${headers}\n${orderRow("R-1")}\n`);
    page = await browser.newPage();
  });
  afterEach(() => page.goto("about:blank"));
  afterAll(async () => {
    await browser.close();
    await workbench.stop();
  });

  test.each([
    ["with a space", "bbb_test_abc def ghi jkl"],
    ["with quotes", '"bbb_test_abcdefghijkl"'],
    ["of another product", "sk_live_abcdefghijklmnop"],
    ["10 KB long", `bbb_test_${"x".repeat(10_240)}`],
  ])("a key %s is refused in one sentence, and the one before stays", async (_, key) => {
    const at = await WorkbenchPage.open(page, workbench);
    const message = await at.saveKey(key);
    expect(message.length).toBeGreaterThan(20);
    expect(message.length).toBeLessThan(300);
    expect(await at.sidebar.locator("#settings-message.bad").count()).toBe(1);
    expect(await at.sidebar.locator("#api-key-hint").textContent()).toContain("bbb_test_…1a2b");
    expect((await at.standIn()).requestCount).toBe(0);
  });

  test("a key pasted with line breaks loses them in the text box, and is judged as what is left", async () => {
    const at = await WorkbenchPage.open(page, workbench);
    await at.tab("Settings");
    await at.sidebar
      .getByLabel("API key")
      .evaluate((input: { value: string; dispatchEvent(event: Event): void }) => {
        input.value = "bbb_test_one\nsecond line";
        input.dispatchEvent(new Event("input", { bubbles: true }));
      });
    await at.button("Save").click();
    expect((await at.settingsMessage()).length).toBeGreaterThan(20);
    expect(await at.sidebar.locator("#api-key-hint").textContent()).toContain("bbb_test_…1a2b");
  });

  test.each([
    ["with credentials", "https://me:secret@api.bitbybit.studio/customer/api/open/v1"],
    ["with another port", "https://api.bitbybit.studio:8443/customer/api/open/v1"],
    ["without TLS", "http://api.bitbybit.studio/customer/api/open/v1"],
    ["of a look-alike host", "https://api.bitbybit.studio.example.com/customer/api/open/v1"],
    ["that is none", "orders please"],
  ])("an API address %s is refused in one sentence, and the one before stays", async (_, address) => {
    const at = await WorkbenchPage.open(page, workbench);
    await at.tab("Settings");
    await at.sidebar.getByText("Advanced").click();
    const field = at.sidebar.getByLabel("API address");
    const saved = await field.inputValue();
    await field.fill(address);
    await at.button("Save").click();
    expect((await at.settingsMessage()).length).toBeGreaterThan(20);
    expect(await at.sidebar.locator("#settings-message.bad").count()).toBe(1);
    await field.fill(saved);
    const before = (await at.standIn()).requestCount;
    await at.button("Test connection").click();
    await at.sidebar.locator("#settings-message.good").waitFor();
    expect((await at.standIn()).requestCount).toBe(before + 1);
  });

  test("a name, a place for the reference and a new key are kept, and come back when the sidebar is opened again", async () => {
    const at = await WorkbenchPage.open(page, workbench);
    const { key } = await at.standIn();
    await at.tab("Settings");
    await at.sidebar.getByLabel("Your name").fill("<i>Ana</i>");
    await at.sidebar.getByLabel("Tags", { exact: true }).check();
    await at.saveKey(key);
    await at.page.getByRole("button", { name: "Close sidebar" }).click();
    await at.menuItem("bitbybit Orders", "Open sidebar");
    await at.tab("Settings");
    await at.sidebar.getByText("Saved: bbb_test_…1a2b (test)").waitFor();
    expect(await at.sidebar.getByLabel("Your name").inputValue()).toBe("<i>Ana</i>");
    expect(await at.sidebar.getByLabel("Tags", { exact: true }).isChecked()).toBe(true);
    for (const frame of at.page.frames().slice(1)) expect(await frame.content()).not.toContain(key);
    await at.button("Forget key").click();
    await at.button("Forget it").click();
    await at.sidebar.getByText("No key is saved.").waitFor();
    await at.saveKey(key);
  });
});
