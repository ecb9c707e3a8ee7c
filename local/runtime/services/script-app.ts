import { type AuthMode, grantedScopes, knownScopes } from "../authorization";
import { ServiceFault } from "../faults";
import { mismatch } from "./arguments";
import { Enumeration, EnumValue } from "./enumeration";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["getAuthorizationInfo", "requireScopes"] });

/** ScriptApp: the authorization modes, and which scopes the user has granted. Of the manifest's scopes it knows those that a call here may need. */
export class ScriptAppObject extends Service {
  readonly service = "ScriptApp";
  readonly calls = calls;
  private readonly modes = new Enumeration(this.execution, "AuthMode", [
    "NONE",
    "LIMITED",
    "FULL",
    "CUSTOM_FUNCTION",
  ]);
  private readonly statuses = new Enumeration(this.execution, "AuthorizationStatus", [
    "REQUIRED",
    "NOT_REQUIRED",
  ]);
  override readonly properties = { AuthMode: this.modes, AuthorizationStatus: this.statuses };

  authMode(mode: AuthMode): EnumValue {
    return this.modes.valueNamed(mode);
  }

  /** Without scopes it is about all of them (reference, ScriptApp.getAuthorizationInfo). */
  getAuthorizationInfo(...args: unknown[]): AuthorizationInfo {
    const scopes = args.length === 1 ? knownScopes : this.scopesOf("getAuthorizationInfo", args);
    const granted = this.granted(scopes);
    const status = granted.length === scopes.length ? "NOT_REQUIRED" : "REQUIRED";
    return new AuthorizationInfo(this.execution, this.statuses.valueNamed(status), granted);
  }

  /**
   * Ends the execution if one is missing, and Google then asks the user for it (reference, ScriptApp.requireScopes). The
   * text is the one that users of Apps Script report of missing authorization; whether a script can catch it is not known.
   */
  requireScopes(...args: unknown[]): void {
    const scopes = this.scopesOf("requireScopes", args);
    if (this.granted(scopes).length < scopes.length)
      throw new ServiceFault("Authorization is required to perform that action.");
  }

  private granted(scopes: readonly string[]): string[] {
    return grantedScopes(scopes, this.execution.options.deniedScopes ?? []);
  }

  /** Scopes that the script does not ask for are an error (documented; the text is made up). */
  private scopesOf(method: string, args: readonly unknown[]): string[] {
    const [mode, scopes] = args;
    if (!(mode instanceof EnumValue) || !Array.isArray(scopes)) throw mismatch(`ScriptApp.${method}`, args);
    const unknown = scopes.find((scope) => !knownScopes.includes(scope));
    if (unknown !== undefined) throw new ServiceFault(`The script does not ask for the scope ${unknown}.`);
    return scopes;
  }
}

const infoCalls = callTable({ free: ["getAuthorizationStatus", "getAuthorizedScopes"] });

/** What the user has granted. */
class AuthorizationInfo extends Service {
  readonly service = "AuthorizationInfo";
  readonly calls = infoCalls;

  constructor(
    execution: Service["execution"],
    private readonly status: EnumValue,
    private readonly granted: readonly string[],
  ) {
    super(execution);
  }

  getAuthorizationStatus(): EnumValue {
    return this.status;
  }

  getAuthorizedScopes(): string[] {
    return [...this.granted];
  }
}
