import { settings, state } from "../../sidebar/scripted-server";
import { describeSidebar } from "./describe-sidebar";

describeSidebar("settings in the sidebar", (open) => {
  test("a saved key leaves the page at once, and only what was changed is sent", async () => {
    const { page, button, tab, calls } = await open({
      getState: () => state({ settings: { ...settings, maskedKey: "", environment: null } }),
      saveSettings: () => ({ ok: true, message: "Saved.", settings, spoken: "en" }),
    });
    await tab("Settings").click();
    await page.getByText("No key is saved.").waitFor();
    await page.getByLabel("API key").fill("bbb_test_0123456789");
    await button("Save").click();
    await page.getByText("Saved: bbb_test_…1a2b (test)").waitFor();
    expect(await page.getByLabel("API key").inputValue()).toBe("");
    expect(calls).toContain('saveSettings({"apiKey":"bbb_test_0123456789"})');
    expect(await page.content()).not.toContain("0123456789");
  });

  test("a refused address stays in its field to be fixed", async () => {
    const message = "The API address must begin with https://api.bitbybit.studio/.";
    const { page, button, tab } = await open({
      saveSettings: () => ({ ok: false, message, settings, spoken: "en" }),
    });
    await tab("Settings").click();
    await page.getByText("Advanced").click();
    await page.getByLabel("API address").fill("https://api.bitbybit.studio.example.com/");
    await button("Save").click();
    await page.getByText(message).waitFor();
    expect(await page.getByLabel("API address").inputValue()).toBe(
      "https://api.bitbybit.studio.example.com/",
    );
  });

  test("Test connection tests what is typed, else what is saved", async () => {
    const { page, button, tab, calls } = await open({
      testConnection: () => ({ ok: false, message: "bitbybit does not know this key." }),
    });
    await tab("Settings").click();
    await page.getByLabel("API key").fill("bbb_test_new");
    await button("Test connection").click();
    await page.getByText("bitbybit does not know this key.").waitFor();
    expect(calls).toContain('testConnection({"apiKey":"bbb_test_new"})');
    await page.getByLabel("API key").fill("");
    await button("Test connection").click();
    await page.locator("#test-connection:not([disabled])").waitFor();
    expect(calls).toContain("testConnection()");
  });
});
