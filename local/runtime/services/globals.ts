import type { Execution } from "../execution";
import { CacheServiceObject } from "./cache-service";
import { HtmlServiceObject } from "./html-service";
import { LockServiceObject } from "./lock-service";
import { ConsoleObject, LoggerObject } from "./logging";
import { NotImitated } from "./not-imitated";
import { PropertiesServiceObject } from "./properties-service";
import { ScriptAppObject } from "./script-app";
import { SessionObject } from "./session";
import { SpreadsheetAppObject } from "./spreadsheet-app";
import { UrlFetchAppObject } from "./url-fetch-app";
import { UtilitiesObject } from "./utilities";

/** Apps Script's services by the global name that each has in a script. */
export function scriptGlobals(execution: Execution) {
  return {
    SpreadsheetApp: new SpreadsheetAppObject(execution),
    PropertiesService: new PropertiesServiceObject(execution),
    CacheService: new CacheServiceObject(execution),
    LockService: new LockServiceObject(execution),
    UrlFetchApp: new UrlFetchAppObject(execution),
    Utilities: new UtilitiesObject(execution),
    HtmlService: new HtmlServiceObject(execution),
    Session: new SessionObject(execution),
    ScriptApp: new ScriptAppObject(execution),
    Logger: new LoggerObject(execution),
    console: new ConsoleObject(execution),
    ...Object.fromEntries(otherServices.map((name) => [name, new NotImitated(execution, name)])),
  };
}

export type ScriptGlobals = ReturnType<typeof scriptGlobals>;

/** Globals that Apps Script has besides: reading anything of them says that it is not imitated. */
const otherServices = [
  "Browser",
  "CalendarApp",
  "CardService",
  "Charts",
  "ContactsApp",
  "ContentService",
  "DataStudioApp",
  "DocumentApp",
  "DriveApp",
  "FormApp",
  "GmailApp",
  "GroupsApp",
  "Jdbc",
  "LanguageApp",
  "LinearOptimizationService",
  "MailApp",
  "Maps",
  "MimeType",
  "SitesApp",
  "SlidesApp",
  "XmlService",
];
