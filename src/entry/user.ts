import { defaultApiAddress } from "../bitbybit/api-address";
import type { Language, SettingsView } from "../endpoints/settings";
import { type Catalogue, catalogueOf, languageOf, type MenuCaptions } from "../messages/catalogue";
import { defaultSettings, describeKey, readSettings, type Settings } from "../settings/settings";
import type { Platform } from "./platform";

/** The language that a user is spoken to in, and its sentences. */
export interface Speech {
  spoken: Language;
  messages: Catalogue;
}

/** Who calls: their settings, and every sentence in their language. */
export interface User extends Speech {
  settings: Settings;
  /** What is wrong with the settings as they were found; empty for nothing. */
  notice: string;
  /** A newer version of the add-on saved the settings. */
  isNewer: boolean;
}

/** The user who calls. */
export function currentUser(platform: Platform): User {
  const { settings, replaced, isNewer } = readSettings(platform.settings(), platform.isLocal());
  const speech = speechFor(platform, settings);
  const { messages } = speech;
  const notice = isNewer ? newerSettings(messages) : replaced ? messages.addOn.settings.replaced : "";
  return { ...speech, settings, notice, isNewer };
}

/** The language that the settings choose: of its own, or the account's. The menu follows the account alone. */
export function speechFor(platform: Platform, { language }: Pick<Settings, "language">): Speech {
  const account = languageOf(platform.userLocale());
  const spoken = language === "auto" ? account : language;
  return { spoken, messages: catalogueOf(spoken, account) };
}

/** The captions of the menu. It is drawn without any right, and so without the settings. */
export function menuOf(platform: Platform): MenuCaptions {
  return speechFor(platform, defaultSettings).messages.addOn.menu;
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
