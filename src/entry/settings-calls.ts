import { checkApiKey } from "../bitbybit/api-key";
import { testConnectionRequest } from "../bitbybit/requests";
import { judgeConnection } from "../bitbybit/test-connection";
import type { Endpoints } from "../endpoints/endpoints";
import type { SettingsAnswer } from "../endpoints/settings";
import type { Catalogue } from "../messages/catalogue";
import { changeSettings, readSettingsChange } from "../settings/change-settings";
import { type Settings, writeSettings } from "../settings/settings";
import { inWords } from "./for-user";
import type { Platform } from "./platform";
import { newerSettings, speechFor, viewOf } from "./user";

/** Saves settings; the API key never comes back. */
export const saveSettings =
  (platform: Platform): Endpoints["saveSettings"] =>
  (change) =>
    inWords(
      platform,
      (user) => {
        const { settings, isNewer, messages, spoken } = user;
        const refused = (message: string) => ({ ok: false, message, settings: viewOf(user), spoken });
        if (isNewer) return refused(newerSettings(messages));
        const wanted = readSettingsChange(change);
        if (!wanted) return refused(messages.addOn.settings.arguments);
        const changed = changeSettings(settings, wanted, platform.isLocal());
        if (!changed.ok) return refused(messages.addOn.settings.fault(changed.fault));
        return saved(platform, changed.settings, ({ addOn }) => addOn.settings.saved);
      },
      [],
    );

/** Removes the API key. */
export const forgetKey =
  (platform: Platform): Endpoints["forgetKey"] =>
  () =>
    inWords(
      platform,
      (user) => {
        const { settings, isNewer, messages, spoken } = user;
        if (isNewer) return { ok: false, message: newerSettings(messages), settings: viewOf(user), spoken };
        return saved(platform, { ...settings, apiKey: "" }, ({ addOn }) => addOn.settings.forgotten);
      },
      [],
    );

/** Lists one order and says what works, or what is wrong and how to fix it. */
export const testConnection =
  (platform: Platform): Endpoints["testConnection"] =>
  (typed?: unknown) =>
    inWords(
      platform,
      ({ settings: found, messages }) => {
        const { addOn, runs } = messages;
        const change = typed === undefined || typed === null ? {} : readSettingsChange(typed);
        if (!change) return { ok: false, message: addOn.settings.arguments };
        const { apiKey, apiAddress } = change;
        const wanted = {
          ...(apiKey ? { apiKey } : {}),
          ...(apiAddress === undefined ? {} : { apiAddress }),
        };
        const changed = changeSettings(found, wanted, platform.isLocal());
        if (!changed.ok) return { ok: false, message: addOn.settings.fault(changed.fault) };
        const { settings } = changed;
        const key = checkApiKey(settings.apiKey);
        if (!key.ok) return { ok: false, message: runs.problem({ code: "noKey" }) };
        const { apiAddress: address, referencePlace } = settings;
        const request = testConnectionRequest({ address, apiKey: key.apiKey, referencePlace });
        const state = judgeConnection(platform.ports().http.send([request]));
        return {
          ok: state === "works" || state === "noRead",
          message: addOn.connection(state, key.environment),
        };
      },
      ["requests"],
    );

/** Saves settings; the answer is in the language that they choose. */
function saved(
  platform: Platform,
  settings: Settings,
  sentence: (messages: Catalogue) => string,
): SettingsAnswer {
  writeSettings(platform.settings(), settings);
  const { spoken, messages } = speechFor(platform, settings);
  return { ok: true, message: sentence(messages), settings: viewOf({ settings, notice: "" }), spoken };
}
