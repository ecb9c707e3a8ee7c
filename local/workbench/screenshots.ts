import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FrameLocator, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { startWorkbench } from "./start-workbench";

const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const examples = fileURLToPath(new URL("../../examples/", import.meta.url));

/** Takes pictures of the workbench with an example sheet. */
async function takePictures(
  fileName: string,
  colorScheme: "light" | "dark",
  story: (page: Page, sidebar: FrameLocator) => Promise<void>,
): Promise<void> {
  const workbench = await startWorkbench(examples + fileName, 0);
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.goto(workbench.address);
    await story(page, page.frameLocator("#sidebar iframe"));
  } finally {
    await browser.close();
    await workbench.close();
  }
}

async function tellTheStory(page: Page, sidebar: FrameLocator): Promise<void> {
  await selectEverything(page, sidebar);
  await pressCreate(page, sidebar);
  await sidebar.getByRole("alertdialog").waitFor();
  await picture(page, "confirm");
  await setLimit(page, 4);
  await press(sidebar, "Create orders now");
  await sidebar
    .locator("#countdown")
    .filter({ hasText: /waiting/i })
    .waitFor();
  await showStatusColumns(page);
  await picture(page, "run");
  await press(sidebar, "Stop");
  await sidebar.locator("#check:not([disabled])").waitFor();
  await setLimit(page, 100);
  await selectEverything(page, sidebar);
  await pressCreate(page, sidebar);
  await press(sidebar, "Create orders now");
  await sidebar.locator("#check:not([disabled])").waitFor({ timeout: 90_000 });
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+Home");
  await showStatusColumns(page);
  await picture(page, "workbench");
  await sidebar.getByRole("tab", { name: "Problems" }).click();
  await sidebar.locator(".problem").first().click();
  await page.waitForTimeout(500);
  await picture(page, "problems");
  await page.setViewportSize({ width: 1280, height: 860 });
  await sidebar.getByRole("tab", { name: "Settings" }).click();
  await press(sidebar, "Test connection");
  await sidebar.locator("#settings-message.good").waitFor();
  await page.locator("#sidebar").screenshot({ path: `${folder}settings.png` });
  await page.getByRole("button", { name: "bitbybit Orders", exact: true }).click();
  await page.getByRole("menuitem", { name: "Help", exact: true }).click();
  const dialog = page.locator(".modal");
  await dialog.frameLocator("iframe").getByRole("button", { name: "Copy report" }).click();
  await dialog.screenshot({ path: `${folder}help.png` });
}

async function showColumns(page: Page, sidebar: FrameLocator): Promise<void> {
  await sidebar.getByLabel("Zip for all rows").fill("40115");
  await picture(page, "sheet-as-it-is");
}

async function showDark(page: Page, sidebar: FrameLocator): Promise<void> {
  await selectEverything(page, sidebar);
  await pressCreate(page, sidebar);
  await press(sidebar, "Create orders now");
  await sidebar.locator("#check:not([disabled])").waitFor();
  await page.getByRole("button", { name: "Stand-in API" }).click();
  await page.getByRole("cell", { name: "201" }).first().waitFor();
  await showStatusColumns(page);
  await picture(page, "dark");
}

async function selectEverything(page: Page, sidebar: FrameLocator): Promise<void> {
  await sidebar.locator("#check:not([disabled])").waitFor();
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+a");
}

/** Sets the stand-in's rate limit, so that the example's few orders reach it. */
async function setLimit(page: Page, limit: number): Promise<void> {
  await page.evaluate(async (limit) => {
    const { location } = globalThis as typeof globalThis & { location: { hash: string } };
    const headers = { "x-workbench-token": location.hash.slice(1) };
    await fetch("stand-in/switches", { method: "POST", headers, body: JSON.stringify({ limit }) });
  }, limit);
}

/** Scrolls so that the status columns stand at the right edge of what is seen of the data. */
async function showStatusColumns(page: Page): Promise<void> {
  const status = page.locator('[role=gridcell][data-row="1"]', { hasText: /^Send key$/ });
  const box = await status.boundingBox();
  const frame = await page.getByRole("grid").boundingBox();
  if (box === null || frame === null) throw new Error("The sheet has no Send key column to be shown.");
  await page.getByRole("grid").evaluate(
    (grid: { scrollLeft: number; scrollTop: number }, right) => {
      grid.scrollLeft += right;
      grid.scrollTop = 0;
    },
    box.x + box.width - frame.x - frame.width,
  );
  await page.waitForTimeout(100);
}

/** Moves the mouse into the sidebar, which then reads the selection, and presses the button named after it. */
async function pressCreate(page: Page, sidebar: FrameLocator): Promise<void> {
  await page.mouse.move(1, 1);
  await sidebar.locator("#panel").hover();
  await sidebar.locator("#create").click();
}

async function press(sidebar: FrameLocator, name: string): Promise<void> {
  await sidebar.getByRole("button", { name, exact: true }).click();
}

/** Waits until the toasts are gone, then takes the picture. */
async function picture(page: Page, name: string): Promise<void> {
  await page.locator(".toast").first().waitFor({ state: "detached" });
  await page.screenshot({ path: `${folder}${name}.png` });
}

await mkdir(folder, { recursive: true });
await takePictures("orders.xlsx", "light", tellTheStory);
await takePictures("orders.xlsx", "dark", showDark);
await takePictures("shopee-export.csv", "light", showColumns);
