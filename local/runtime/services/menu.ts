import type { MenuModel } from "../user-interface";
import { mismatch, take } from "./arguments";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["addItem", "addSeparator", "addSubMenu", "addToUi"] });

/** A menu under construction; it is there for the user once it was added. */
export class Menu extends Service {
  readonly service = "Menu";
  readonly calls = calls;
  readonly model: MenuModel;

  constructor(execution: Service["execution"], model: MenuModel) {
    super(execution);
    this.model = model;
  }

  addItem(...args: unknown[]): this {
    const [caption, functionName] = take("Menu.addItem", args, ["string", "string"]);
    this.model.items.push({ kind: "item", caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.model.items.push({ kind: "separator" });
    return this;
  }

  addSubMenu(...args: unknown[]): this {
    const [menu] = args;
    if (!(menu instanceof Menu) || args.length !== 1) throw mismatch("Menu.addSubMenu", args);
    this.model.items.push({ kind: "menu", menu: menu.model });
    return this;
  }

  addToUi(): void {
    this.execution.host.menuAdded(this.model);
  }
}
