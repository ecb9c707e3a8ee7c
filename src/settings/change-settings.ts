import * as z from "zod/mini";
import { type AddressFault, checkApiAddress, defaultApiAddress } from "../bitbybit/api-address";
import { type ApiKeyFault, checkApiKey } from "../bitbybit/api-key";
import type { SettingsChange } from "../endpoints/settings";
import { languageSchema, type Settings, tidyName } from "./settings";

/** What is wrong with a setting. */
export type SettingsFault = { of: "key"; fault: ApiKeyFault } | { of: "address"; fault: AddressFault };

/** The settings with the user's changes, or why one of them cannot be taken; then nothing is changed. */
export type ChangedSettings = { ok: true; settings: Settings } | { ok: false; fault: SettingsFault };

/** `local`: addresses on loopback are allowed. */
export function changeSettings(settings: Settings, change: SettingsChange, local: boolean): ChangedSettings {
  const next = { ...settings };
  if (change.apiKey !== undefined) {
    const key = checkApiKey(change.apiKey);
    if (!key.ok) return { ok: false, fault: { of: "key", fault: key.fault } };
    next.apiKey = key.apiKey;
  }
  if (change.apiAddress !== undefined) {
    const address = checkApiAddress(change.apiAddress.trim() || defaultApiAddress, local);
    if (!address.ok) return { ok: false, fault: { of: "address", fault: address.fault } };
    next.apiAddress = address.address;
  }
  if (change.userName !== undefined) next.userName = tidyName(change.userName);
  if (change.singleLastName !== undefined) next.singleLastName = tidyName(change.singleLastName);
  if (change.language !== undefined) next.language = change.language;
  if (change.referencePlace !== undefined) next.referencePlace = change.referencePlace;
  return { ok: true, settings: next };
}

const text = () => z.optional(z.string().check(z.maxLength(20_000)));

const changeSchema = () =>
  z.object({
    apiKey: text(),
    userName: text(),
    singleLastName: text(),
    referencePlace: z.optional(z.enum(["notes", "tags"])),
    apiAddress: text(),
    language: z.optional(languageSchema()),
  });

/** What the sidebar sent, as a change of settings; null if it is something else. */
export function readSettingsChange(argument: unknown): SettingsChange | null {
  const parsed = changeSchema().safeParse(argument);
  if (!parsed.success) return null;
  const change: SettingsChange = {};
  if (parsed.data.apiKey !== undefined) change.apiKey = parsed.data.apiKey;
  if (parsed.data.userName !== undefined) change.userName = parsed.data.userName;
  if (parsed.data.singleLastName !== undefined) change.singleLastName = parsed.data.singleLastName;
  if (parsed.data.referencePlace !== undefined) change.referencePlace = parsed.data.referencePlace;
  if (parsed.data.apiAddress !== undefined) change.apiAddress = parsed.data.apiAddress;
  if (parsed.data.language !== undefined) change.language = parsed.data.language;
  return change;
}
