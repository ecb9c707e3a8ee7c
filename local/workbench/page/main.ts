import { cellName } from "../../runtime/model/a1";
import type { MenuItem, MenuModel } from "../../runtime/user-interface";
import type { PageEvent } from "../page-event";
import type { CallReply } from "../thread-message";
import type { UserAct } from "../user-act";
import { Connection } from "./connection";
import { button, byId } from "./element";
import { fileMenu } from "./files-menu";
import { openPageDialog } from "./frames/page-dialog";
import { SidebarFrame } from "./frames/sidebar-frame";
import { Grid } from "./grid";
import { type MenuEntry, PopupMenu } from "./menu";
import { ScriptDialog } from "./script-dialog";
import { SheetCommands } from "./sheet-commands";
import { SheetStore } from "./sheet-store";
import { StandInPanel } from "./stand-in-panel";
import { showNotice, showToast } from "./toasts";

/** The name of the add-on's menu if the script leaves it to Sheets. */
const addOnName = "bitbybit Orders";
const severalPages =
  "This sheet is open in several tabs. All of them show the same sheet and the same selection.";

const connection = new Connection();
const store = new SheetStore();
const popup = new PopupMenu();
const grid = new Grid(store, act, showActiveCell, (x, y) =>
  popup.open([...commands.edit(), "separator", ...commands.data()], "Cells", x, y, null),
);
const commands = new SheetCommands(store, grid, act);
const dialog = new ScriptDialog((dialogId, pressed, text) => {
  tell(connection.post("answer", JSON.stringify({ dialogId, button: pressed, text })));
});
const call = async (functionName: string, args: unknown[]) => {
  await connection.settled();
  return connection.post<CallReply>("call", JSON.stringify({ functionName, args }));
};
const sidebar = new SidebarFrame(call);
new StandInPanel(connection);
byId("sheet").append(grid.element);
showMenus([]);
void connection.listen(take, showNotice);

/** Sends what the person did. False, and a sentence is shown, if it cannot be done. */
async function act(done: UserAct): Promise<boolean> {
  try {
    const { message } = await connection.inOrder<{ message: string }>("act", done);
    if (message !== "") showNotice(message);
    return message === "";
  } catch (error) {
    showNotice(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function tell(request: Promise<unknown>): void {
  request.catch((error: unknown) => showNotice(error instanceof Error ? error.message : String(error)));
}

function take(event: PageEvent): void {
  switch (event.kind) {
    case "document":
      document.title = `${event.document.fileName} · Workbench`;
      byId("file-name").textContent = event.document.fileName;
      grid.take(event);
      showSheets();
      break;
    case "rows":
      grid.take(event);
      break;
    case "menus":
      showMenus(event.menus);
      break;
    case "running":
      byId("running").textContent = event.functionName === null ? "" : "Running script…";
      break;
    case "dialog":
      dialog.show(event.dialog);
      break;
    case "toast":
      showToast(event.title, event.message, event.seconds);
      break;
    case "sidebar":
      sidebar.show(event.title === "" ? addOnName : event.title, event.html);
      break;
    case "pageDialog":
      openPageDialog(event.dialog, call);
      break;
    case "failure":
      showNotice(`The script ended with an error: ${event.message}`);
      break;
    case "pages":
      showNotice(event.count > 1 ? severalPages : "");
      break;
  }
}

function showMenus(menus: MenuModel[]): void {
  byId("menus").replaceChildren(
    popup.buttonFor("File", () => fileMenu(connection, () => store.document.fileName)),
    popup.buttonFor("Edit", () => commands.edit()),
    popup.buttonFor("Data", () => commands.data()),
    ...menus.map((menu) => popup.buttonFor(menu.caption ?? addOnName, () => menu.items.map(entryOf))),
  );
}

function entryOf(item: MenuItem): MenuEntry {
  if (item.kind === "separator") return "separator";
  if (item.kind === "menu")
    return { caption: item.menu.caption ?? addOnName, entries: item.menu.items.map(entryOf) };
  const { caption, functionName } = item;
  return {
    caption,
    action: () =>
      tell(connection.settled().then(() => connection.post("menu", JSON.stringify({ functionName })))),
  };
}

function showSheets(): void {
  const { sheets, activeSheetId } = store.document;
  byId("sheets").replaceChildren(
    ...sheets.map(({ sheetId, name }) => {
      const tab = button(name, () => void act({ act: "openSheet", sheetId }));
      if (sheetId === activeSheetId) tab.setAttribute("aria-current", "true");
      return tab;
    }),
  );
}

function showActiveCell(): void {
  const { row, column } = grid.selection.active;
  byId("active-name").textContent = cellName(row, column);
  byId("active-text").textContent = store.entry(row, column);
}
