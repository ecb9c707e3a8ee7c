import type { Language } from "../../../src/endpoints/settings";
import {
  columnsView,
  ended,
  plan,
  problem,
  problemList,
  running,
  type Script,
  settings,
  state,
} from "../../sidebar/scripted-server";
import { seriousFaults } from "../accessibility";
import { describeSidebar, type Sidebar } from "./describe-sidebar";

/** A server that speaks a language, with something to show in every tab. */
function speaking(spoken: Language, change: Script = {}): Script {
  const spokenSettings = { ...settings, language: spoken } as const;
  return {
    getState: () => state({ spoken, settings: spokenSettings }),
    getProblems: () =>
      problemList(
        [problem(), problem({ kind: "unconfirmed", cell: "P5" }), problem({ kind: "held", cell: "P6" })],
        { more: 1_200 },
      ),
    getColumns: () => ({ ok: true, columns: columnsView }),
    startRun: () => ({ ok: true, run: running(1, { waitMs: 60_000, wait: { kind: "rateLimit" } }) }),
    stopRun: () => ({ ok: true, run: running(1, { state: "stopping" }) }),
    continueRun: () => ({ ok: true, run: ended({ reason: "" }) }),
    ...change,
  };
}

/** Presses Tab until the element with this ID has the focus. */
async function tabTo({ page, focused }: Sidebar, id: string): Promise<void> {
  for (let press = 0; press < 40; press++) {
    if ((await focused()) === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${id}.`);
}

describeSidebar("the sidebar in both languages", (open) => {
  test.each([
    ["en", "12 orders created"],
    ["id", "12 pesanan dibuat"],
  ] as const)("the whole story by keyboard alone, %s", async (language, result) => {
    const at = await open(speaking(language));
    const { page, focused } = at;
    await page.locator("#create:not([disabled])").waitFor();
    await tabTo(at, "create");
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").waitFor();
    expect(await focused()).toBe("confirmation-cancel");
    await page.keyboard.press("Escape");
    await page.getByRole("alertdialog").waitFor({ state: "detached" });
    expect(await focused()).toBe("create");
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#stop").waitFor();
    expect(await focused()).toBe("stop");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: result }).waitFor();
    await page.locator("#create:not([disabled])").waitFor();
    expect(await focused()).toBe("create");
    await tabTo(at, "tab-run");
    await page.keyboard.press("End");
    await tabTo(at, "forget-key");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("forget-no");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("forget-key");
    expect(at.complaints).toEqual([]);
  });

  test("numbers, statuses and sentences are in Indonesian, and so is the document", async () => {
    const { page, tab, create } = await open(
      speaking("id", {
        planRun: (kind) => ({ ok: true, plan: { ...plan, kind, orders: 1_200, rows: 1_400 } }),
      }),
    );
    await page.getByText("1.200 pesanan dari 1.400 baris").waitFor();
    expect(await create().textContent()).toBe("Buat 1.200 pesanan");
    expect(await page.evaluate("document.documentElement.lang")).toBe("id");
    await page.getByText("Tidak ikut: 1 bermasalah, 2 baris disembunyikan filter, 1 baris kosong.").waitFor();
    await tab("Masalah").click();
    await page.getByText("1.200 baris lagi tidak ditampilkan di sini.").waitFor();
    await tab("Kolom").click();
    await page.getByText("Sheet ini tampaknya hasil ekspor Shopee.").waitFor();
  });

  test("a language chosen in Settings is spoken as soon as it is saved", async () => {
    const { page, tab, button, calls } = await open(
      speaking("en", {
        saveSettings: () => ({
          ok: true,
          message: "Tersimpan.",
          settings: { ...settings, language: "id" },
          spoken: "id",
        }),
      }),
    );
    await tab("Settings").click();
    await page.getByLabel("Language").selectOption("id");
    await button("Save").click();
    await page.getByText("Kunci API").waitFor();
    expect(calls).toContain('saveSettings({"language":"id"})');
    expect(await page.getByLabel("Bahasa").inputValue()).toBe("id");
  });

  test("before the server has answered, the browser's language is spoken", async () => {
    const { page } = await open({ getState: () => new Promise(() => undefined) }, { locale: "id-ID" });
    await page.getByText("Membaca sheet…").waitFor();
  });

  // The colours are the same in both languages, and the texts in both schemes.
  test.each([
    ["en", "dark"],
    ["id", "light"],
  ] as const)(
    "axe finds nothing serious, and nothing is wider than the sidebar, %s, %s",
    async (language, colorScheme) => {
      const { page, create } = await open(speaking(language), { colorScheme });
      const faults: string[] = [];
      const look = async (name: string) => {
        const width = await page.evaluate<number>("document.documentElement.scrollWidth");
        if (width > 300) faults.push(`${name} is ${width} px wide`);
        faults.push(...(await seriousFaults(page.mainFrame())).map((fault) => `${name}: ${fault}`));
      };
      await page.locator("#create:not([disabled])").waitFor();
      await look("rest");
      await create().click();
      await page.getByRole("alertdialog").waitFor();
      await look("question");
      await page.locator("#confirmation-yes").click();
      await page.locator("#countdown:not(:empty)").waitFor();
      await look("run");
      await page.locator("#stop").click();
      await page.locator("#create:not([disabled])").waitFor();
      await look("result");
      await page.locator("#tab-problems").click();
      await page.locator("summary").first().click();
      await look("problems");
      await page.locator("#tab-columns").click();
      await page.locator("summary").click();
      await look("columns");
      await page.locator("#tab-settings").click();
      await page.locator("#forget-key").click();
      await look("settings");
      expect(faults).toEqual([]);
    },
  );
});
