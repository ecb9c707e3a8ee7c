import { defaultApiAddress } from "../bitbybit/api-address";
import type { SettingsView } from "../endpoints/settings";
import { type Catalogue, catalogueOf } from "../messages/catalogue";
import { describeKey, readSettings, type Settings } from "../settings/settings";
import type { Platform } from "./platform";

/** Who calls: their settings, and every sentence in their language. */
export interface User {
  settings: Settings;
  /** What is wrong with the settings as they were found; empty for nothing. */
  notice: string;
  /** A newer version of the add-on saved the settings. */
  isNewer: boolean;
  messages: Catalogue;
}

/** The user who calls. */
export function currentUser(platform: Platform): User {
  const { settings, replaced, isNewer } = readSettings(platform.settings(), platform.isLocal());
  const messages = messagesFor(settings);
  const notice = isNewer ? newerSettings(messages) : replaced ? messages.addOn.settings.replaced : "";
  return { settings, notice, isNewer, messages };
}

/** The sentences in the language that the settings choose. */
export function messagesFor(_settings: Settings): Catalogue {
  return catalogueOf("en");
}

/** The refusal to overwrite settings of a newer version. */
export function newerSettings({ runs }: Catalogue): string {
  return runs.problem({ code: "newerSettings" });
}

/** The settings as the page may see them: without the API key. */
export function viewOf({ settings, notice }: Pick<User, "settings" | "notice">): SettingsView {
  const { apiKey, ...shown } = settings;
  return { ...describeKey(apiKey), ...shown, defaultApiAddress, notice };
}
