import type { AuthMode } from "../authorization";
import { Enumeration, type EnumValue } from "./enumeration";
import { Service } from "./service";

/** ScriptApp: the authorization modes. */
export class ScriptAppObject extends Service {
  readonly service = "ScriptApp";
  readonly calls = {};
  private readonly modes = new Enumeration(this.execution, "AuthMode", [
    "NONE",
    "LIMITED",
    "FULL",
    "CUSTOM_FUNCTION",
  ]);
  override readonly properties = { AuthMode: this.modes };

  authMode(mode: AuthMode): EnumValue {
    return this.modes.valueNamed(mode);
  }
}
