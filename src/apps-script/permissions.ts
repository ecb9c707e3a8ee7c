import type { Permission } from "../ports/run-error";

/** The manifest's scope for each permission. */
const scopes: Readonly<Record<Permission, string>> = {
  sheet: "https://www.googleapis.com/auth/spreadsheets.currentonly",
  requests: "https://www.googleapis.com/auth/script.external_request",
  pages: "https://www.googleapis.com/auth/script.container.ui",
};

/** Newer than the published types (Apps Script reference, ScriptApp and AuthorizationInfo). */
interface ByScope {
  getAuthorizationInfo(
    mode: GoogleAppsScript.Script.AuthMode,
    scopes: string[],
  ): GoogleAppsScript.Script.AuthorizationInfo & { getAuthorizedScopes?(): string[] | null };
}

/**
 * Those of the permissions that the user has refused: Google lets them allow each one alone. None if Google does not say;
 * then the call that needs one fails, as it would have.
 */
export function refusedPermissions(needed: readonly Permission[]): Permission[] {
  if (needed.length === 0) return [];
  try {
    const info = (ScriptApp as ByScope).getAuthorizationInfo(
      ScriptApp.AuthMode.FULL,
      needed.map((permission) => scopes[permission]),
    );
    // Nobody is kept out who has allowed all of them, whatever the list of them says.
    if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return [];
    const granted = info.getAuthorizedScopes?.();
    return granted ? needed.filter((permission) => !granted.includes(scopes[permission])) : [];
  } catch {
    return [];
  }
}

/** Ends the execution, and Google asks the user for what is missing. Does nothing if Google cannot ask from here. */
export function askForPermissions(missing: readonly Permission[]): void {
  ScriptApp.requireScopes(
    ScriptApp.AuthMode.FULL,
    missing.map((permission) => scopes[permission]),
  );
}
