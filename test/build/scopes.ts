import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { root } from "./built";

/** What a script's calls ask for. */
export interface ScopeNeeds {
  /** The last parts of OAuth scopes, sorted. */
  scopes: string[];
  /** Uses of Google's services of which this table does not know what they need, such as `DriveApp.getFiles`. */
  unknown: string[];
}

const currentSheet = "spreadsheets.currentonly";
const ui = "script.container.ui";

/**
 * What each service needs, by method; `*` stands for all others. `null`: nothing. Sources: the section "Authorization" of
 * each method in the Apps Script reference.
 */
const needs: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  SpreadsheetApp: {
    "*": currentSheet,
    getUi: null,
    open: "spreadsheets",
    openById: "spreadsheets",
    openByUrl: "spreadsheets",
    create: "spreadsheets",
  },
  UrlFetchApp: { "*": "script.external_request" },
  ScriptApp: {
    AuthMode: null,
    AuthorizationStatus: null,
    getAuthorizationInfo: null,
    requireScopes: null,
    getScriptId: null,
    getProjectTriggers: "script.scriptapp",
    newTrigger: "script.scriptapp",
  },
  Session: {
    getActiveUserLocale: null,
    getScriptTimeZone: null,
    getActiveUser: "userinfo.email",
    getEffectiveUser: "userinfo.email",
  },
  HtmlService: { "*": null },
  PropertiesService: { "*": null },
  CacheService: { "*": null },
  LockService: { "*": null },
  Utilities: { "*": null },
  Logger: { "*": null },
  console: { "*": null },
};

/** Methods that show a page to the user, whatever they are called on (Apps Script reference, Ui). */
const pages = new Set(["showSidebar", "showModalDialog", "showModelessDialog", "showDialog"]);

/** Every global of Apps Script, from Google's types; a service that nobody thought of is among them. */
const globals = new Set(
  readdirSync(join(root, "node_modules/@types/google-apps-script"))
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) => readFileSync(join(root, "node_modules/@types/google-apps-script", name), "utf8"))
    .flatMap((text) => [...text.matchAll(/^declare var (\w+):/gm)].map(([, name = ""]) => name)),
);

/** The scopes that a script's calls need, read from its text. */
export function scopesNeeded(code: string): ScopeNeeds {
  const scopes = new Set<string>();
  const unknown = new Set<string>();
  const note = (service: string, method: string) => {
    const methods = needs[service] ?? {};
    const need = Object.hasOwn(methods, method) ? methods[method] : methods["*"];
    if (need === undefined) unknown.add(`${service}.${method}`);
    else if (need !== null) scopes.add(need);
  };
  visit(parse(code, { ecmaVersion: 2022 }), (node) => {
    if (node.type === "MemberExpression" && !node.computed) {
      const object = nameOf(node.object);
      const property = nameOf(node.property) ?? "?";
      if (object !== null && globals.has(object)) note(object, property);
      if (pages.has(property)) scopes.add(ui);
      return object === null ? [node.object] : [];
    }
    // A key in an object literal is no use of a global.
    if (node.type === "Property" && !node.computed) return [node.value];
    const name = nameOf(node);
    if (name !== null && globals.has(name) && !needsNothing(name)) unknown.add(`${name}, not by a method`);
    return Object.values(node);
  });
  return { scopes: [...scopes].sort(), unknown: [...unknown].sort() };
}

/** True for a service of which no method needs a scope, however it is used. */
function needsNothing(service: string): boolean {
  const methods = Object.values(needs[service] ?? {});
  return methods.length > 0 && methods.every((need) => need === null);
}

type Node = Record<string, unknown>;

/** Visits nodes from the outside to the inside; `enter` says what of a node is visited further. */
function visit(value: unknown, enter: (node: Node) => unknown[]): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, enter);
  } else if (isNode(value)) {
    for (const one of enter(value)) visit(one, enter);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function nameOf(value: unknown): string | null {
  return isNode(value) && value.type === "Identifier" ? String(value.name) : null;
}
