import type { MenuCaptions } from "../messages/catalogue";
import { title } from "../messages/title";

/** Adds the add-on's menu; the only thing that may be done under AuthMode NONE. */
export function addMenu(menu: MenuCaptions): void {
  SpreadsheetApp.getUi()
    .createMenu(title)
    .addItem(menu.create, "createOrders")
    .addItem(menu.check, "checkSelection")
    .addSeparator()
    .addItem(menu.resolve, "resolveUnconfirmed")
    .addItem(menu.sendAgain, "sendAgain")
    .addSeparator()
    .addItem(menu.setUp, "setUpSheet")
    .addItem(menu.sidebar, "openSidebar")
    .addItem(menu.help, "showHelp")
    .addToUi();
}

/** Shows a sentence that the user has to take note of. */
export function say(sentence: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, sentence, ui.ButtonSet.OK);
}

/** Asks before anything is sent; true for yes. Locks do not survive it, so it comes before any of them. */
export function ask(question: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** Shows the sidebar; a new one takes the place of the old. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle(title));
}

const helpWidthPx = 480;
const helpHeightPx = 450;

/** Shows a page of the add-on's own in a dialog over the sheet; the script does not wait for it. */
export function showDialog(html: string, title: string): void {
  const page = HtmlService.createHtmlOutput(html).setWidth(helpWidthPx).setHeight(helpHeightPx);
  SpreadsheetApp.getUi().showModalDialog(page, title);
}
