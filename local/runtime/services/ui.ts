import type { ButtonName, ButtonSetName, Dialog, MenuModel } from "../user-interface";
import { fits, mismatch, take } from "./arguments";
import { Enumeration, EnumValue } from "./enumeration";
import { HtmlOutput } from "./html-service";
import { Menu } from "./menu";
import { callTable, Service } from "./service";

const calls = callTable({
  free: ["createMenu", "createAddonMenu", "alert", "prompt", "showSidebar", "showModalDialog"],
});
const buttonSets: readonly ButtonSetName[] = ["OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"];
const buttons: readonly ButtonName[] = ["CLOSE", "OK", "CANCEL", "YES", "NO"];

/** The editor's user interface. */
export class Ui extends Service {
  readonly service = "Ui";
  readonly calls = calls;
  private readonly buttons = new Enumeration(this.execution, "Button", buttons);
  override readonly properties = {
    Button: this.buttons,
    ButtonSet: new Enumeration(this.execution, "ButtonSet", buttonSets),
  };

  createMenu(...args: unknown[]): Menu {
    const [caption] = take("Ui.createMenu", args, ["string"]);
    return this.menu(caption);
  }

  createAddonMenu(...args: unknown[]): Menu {
    take("Ui.createAddonMenu", args, []);
    return this.menu(null);
  }

  alert(...args: unknown[]): EnumValue {
    const dialog = this.dialog("Ui.alert", args);
    return this.buttons.valueNamed(this.execution.options.ui.alert(dialog));
  }

  prompt(...args: unknown[]): PromptResponse {
    const dialog = this.dialog("Ui.prompt", args);
    const { button, text } = this.execution.options.ui.prompt(dialog);
    return new PromptResponse(this.execution, this.buttons.valueNamed(button), text);
  }

  showSidebar(...args: unknown[]): void {
    const [page] = args;
    if (!(page instanceof HtmlOutput) || args.length !== 1) throw mismatch("Ui.showSidebar", args);
    this.execution.options.ui.showSidebar({ title: page.title, html: page.served() });
  }

  /** Goes on at once, and so keeps its locks (Apps Script documentation, Ui.showModalDialog). */
  showModalDialog(...args: unknown[]): void {
    const [page, title] = args;
    if (!(page instanceof HtmlOutput) || typeof title !== "string" || args.length !== 2)
      throw mismatch("Ui.showModalDialog", args);
    const { widthPx, heightPx } = page;
    this.execution.options.ui.showModalDialog({ title, html: page.served(), widthPx, heightPx });
  }

  private menu(caption: string | null): Menu {
    const model: MenuModel = { caption, items: [] };
    return new Menu(this.execution, model);
  }

  /** A dialog releases every lock of the execution (Apps Script documentation, Ui.alert and Ui.prompt). */
  private dialog(where: string, args: readonly unknown[]): Dialog {
    const dialog = dialogOf(where, args);
    this.execution.options.stores.locks.releaseAll(this.execution);
    return dialog;
  }
}

/** (text), (text, buttons), (title, text, buttons). */
function dialogOf(where: string, args: readonly unknown[]): Dialog {
  if (fits(args, ["string"])) return { title: "", text: args[0], buttons: "OK" };
  const texts = args.slice(0, -1);
  const buttons = buttonSets.find((name) => isButtonSet(args.at(-1), name));
  if (buttons !== undefined && fits(texts, ["string"])) return { title: "", text: texts[0], buttons };
  if (buttons !== undefined && fits(texts, ["string", "string"]))
    return { title: texts[0], text: texts[1], buttons };
  throw mismatch(where, args);
}

function isButtonSet(value: unknown, name: ButtonSetName): boolean {
  return value instanceof EnumValue && value.service === "ButtonSet" && value.value === name;
}

const responseCalls = callTable({ free: ["getSelectedButton", "getResponseText"] });

/** What the user answered to a prompt. */
class PromptResponse extends Service {
  readonly service = "PromptResponse";
  readonly calls = responseCalls;
  private readonly button: EnumValue;
  private readonly text: string;

  constructor(execution: Service["execution"], button: EnumValue, text: string) {
    super(execution);
    this.button = button;
    this.text = text;
  }

  getSelectedButton(): EnumValue {
    return this.button;
  }

  getResponseText(): string {
    return this.text;
  }
}
