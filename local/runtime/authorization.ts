import { ServiceFault } from "./faults";

/** How far an execution is authorised (Apps Script documentation, AuthMode). */
export type AuthMode = "NONE" | "LIMITED" | "FULL";

const ranks: Readonly<Record<AuthMode, number>> = { NONE: 0, LIMITED: 1, FULL: 2 };

interface Need {
  least: AuthMode;
  /** The OAuth scope's last part, if the call needs one. */
  scope?: string;
}

const free: Need = { least: "NONE" };
const documentNeed: Need = { least: "LIMITED", scope: "spreadsheets.currentonly" };
const storage: Need = { least: "LIMITED" };
const dialog: Need = { least: "FULL" };
const page: Need = { least: "FULL", scope: "script.container.ui" };

const byService: Readonly<Record<string, Need>> = {
  SpreadsheetApp: documentNeed,
  PropertiesService: storage,
  CacheService: storage,
  LockService: storage,
  UrlFetchApp: { least: "FULL", scope: "script.external_request" },
};

/** Methods whose need is not their service's. An alert needs no scope, a page of the script's own does (reference, Ui). */
const byCall: Readonly<Record<string, Need>> = {
  "SpreadsheetApp.getUi": free,
  "Ui.alert": dialog,
  "Ui.prompt": dialog,
  "Ui.showSidebar": page,
  "Ui.showModalDialog": page,
};

const scopePrefix = "https://www.googleapis.com/auth/";

/** Every scope that a call here may need, in full. */
export const knownScopes: readonly string[] = [...Object.values(byService), ...Object.values(byCall)]
  .flatMap(({ scope }) => scope ?? [])
  .filter((scope, index, all) => all.indexOf(scope) === index)
  .map((scope) => scopePrefix + scope);

/** Those of the scopes, in full, that the user has not refused; `deniedScopes` holds last parts. */
export function grantedScopes(scopes: readonly string[], deniedScopes: readonly string[]): string[] {
  return scopes.filter((scope) => !deniedScopes.includes(scope.slice(scopePrefix.length)));
}

/**
 * Throws when the execution may not make this call. Under NONE there is nothing but the menu; under LIMITED neither UrlFetch
 * nor dialogs and sidebars (Apps Script documentation, Editor add-on authorization). Objects such as a Range are had only
 * from calls that were checked. `deniedScopes` holds the last parts of scopes that the user has refused.
 */
export function requireAuthorization(
  service: string,
  method: string,
  authMode: AuthMode,
  deniedScopes: readonly string[],
): void {
  const call = `${service}.${method}`;
  const need = byCall[call] ?? byService[service] ?? free;
  const granted = need.scope === undefined || !deniedScopes.includes(need.scope);
  if (ranks[authMode] >= ranks[need.least] && granted) return;
  const scope = need.scope === undefined ? "" : ` Required permissions: ${scopePrefix}${need.scope}`;
  throw new ServiceFault(`You do not have permission to call ${call}.${scope}`);
}
