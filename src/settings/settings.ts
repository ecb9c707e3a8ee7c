import * as z from "zod/mini";
import { checkApiAddress, defaultApiAddress } from "../bitbybit/api-address";
import { checkApiKey, type Environment, maskKey } from "../bitbybit/api-key";
import type { ReferencePlace } from "../bitbybit/reference";
import type { Language } from "../endpoints/settings";
import { isObject, parseJson } from "../text/json";

/** One user's settings. */
export interface Settings {
  /** Empty while none is saved. */
  apiKey: string;
  /** A name for colleagues; may be empty. */
  userName: string;
  /** Sent as the last name of a person with a single name; "" if the name itself is. */
  singleLastName: string;
  referencePlace: ReferencePlace;
  apiAddress: string;
  /** The language of the add-on's sentences; `auto`: the user's account's. */
  language: Language | "auto";
}

/** Where one user's settings are kept: user properties. */
export interface SettingsPort {
  read(): string | null;
  write(text: string): void;
}

/** Settings as they were found. */
export interface FoundSettings {
  settings: Settings;
  /** Parts of them were broken and are back at their defaults. */
  replaced: boolean;
  /** A newer version of the add-on saved them: they are not read, and must not be overwritten. */
  isNewer: boolean;
}

/** What holds while nothing is saved. */
export const defaultSettings: Settings = {
  apiKey: "",
  userName: "",
  singleLastName: "",
  referencePlace: "notes",
  apiAddress: defaultApiAddress,
  language: "auto",
};

/** The name of the user property that holds the settings as JSON. */
export const settingsProperty = "bitbybit.settings";

const version = 1;
const longestName = 60;

/** A choice of language. */
export const languageSchema = () => z.enum(["auto", "en", "id"]);

const schemaOf = () =>
  z.object({
    v: z.literal(version),
    apiKey: z.string(),
    userName: z.string().check(z.maxLength(longestName)),
    // Settings that were saved before this one existed are whole.
    singleLastName: z.optional(z.string().check(z.maxLength(longestName))),
    referencePlace: z.enum(["notes", "tags"]),
    apiAddress: z.string(),
    language: z.optional(languageSchema()),
  });

let schema: ReturnType<typeof schemaOf> | null = null;

/**
 * Reads the settings. What cannot be read is replaced by its default and reported, field by field, so that a broken
 * address does not cost the user the key. `local`: addresses on loopback are allowed.
 */
export function readSettings(port: SettingsPort, local: boolean): FoundSettings {
  const text = port.read();
  if (text === null) return { settings: defaultSettings, replaced: false, isNewer: false };
  const stored = parseJson(text);
  if (isObject(stored) && typeof stored.v === "number" && stored.v > version)
    return { settings: defaultSettings, replaced: false, isNewer: true };
  schema ??= schemaOf();
  const whole = schema.safeParse(stored);
  const source: Record<string, unknown> = whole.success ? whole.data : isObject(stored) ? stored : {};
  const key = checkApiKey(String(source.apiKey ?? ""));
  const address = checkApiAddress(String(source.apiAddress ?? ""), local);
  const settings: Settings = {
    apiKey: key.ok ? key.apiKey : "",
    userName: nameIn(source.userName),
    singleLastName: nameIn(source.singleLastName),
    referencePlace: source.referencePlace === "tags" ? "tags" : "notes",
    apiAddress: address.ok ? address.address : defaultApiAddress,
    language: source.language === "en" || source.language === "id" ? source.language : "auto",
  };
  const emptyKey = source.apiKey === "";
  return {
    settings,
    replaced: !whole.success || !address.ok || (!key.ok && !emptyKey),
    isNewer: false,
  };
}

/** Saves the settings. */
export function writeSettings(port: SettingsPort, settings: Settings): void {
  port.write(JSON.stringify({ v: version, ...settings }));
}

/** The key as it may be shown, and what it is for. */
export function describeKey(apiKey: string): { maskedKey: string; environment: Environment | null } {
  const key = checkApiKey(apiKey);
  return key.ok
    ? { maskedKey: maskKey(key.apiKey), environment: key.environment }
    : { maskedKey: "", environment: null };
}

/** A name as it is kept: on one line, and no longer than a colleague wants to read. */
export function tidyName(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, longestName);
}

function nameIn(value: unknown): string {
  return typeof value === "string" ? value.slice(0, longestName) : "";
}
