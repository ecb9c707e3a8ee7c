/** The buttons that Apps Script's dialogs offer. */
export type ButtonSetName = "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";
/** What the user pressed; CLOSE is the dialog's cross. */
export type ButtonName = "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";

/** A dialog that the script waits for. */
export interface Dialog {
  /** Empty when the script gave none. */
  title: string;
  text: string;
  buttons: ButtonSetName;
}

/** A message at the edge of the window. */
export interface Toast {
  message: string;
  title: string;
  /** Negative: until it is dismissed. */
  seconds: number;
}

/** The sidebar's page. */
export interface SidebarPage {
  title: string;
  /** As HtmlService serves it: what it takes out is gone. */
  html: string;
}

/** A dialog with a page of the script's own, which the script does not wait for. */
export interface PageDialog extends SidebarPage {
  /** As the script set them; null if it left them to Sheets. */
  widthPx: number | null;
  heightPx: number | null;
}

/** The person in front of the screen, or whoever stands in for them. Answers at once; the script waits. */
export interface UserInterface {
  alert(dialog: Dialog): ButtonName;
  prompt(dialog: Dialog): { button: ButtonName; text: string };
  toast(toast: Toast): void;
  showSidebar(page: SidebarPage): void;
  showModalDialog(dialog: PageDialog): void;
}

/** An entry of a menu. */
export type MenuItem =
  | { kind: "item"; caption: string; functionName: string }
  | { kind: "separator" }
  | { kind: "menu"; menu: MenuModel };

/** A menu as the script built it. */
export interface MenuModel {
  /** Null for the add-on's own menu, which bears the add-on's name. */
  caption: string | null;
  items: MenuItem[];
}
