import type { PageEvent } from "./page-event";
import { draftOf, type SettingsState, settingsChange } from "./state";

/** What an event does to the Settings tab. */
export function reduceSettings(settings: SettingsState, event: PageEvent): SettingsState {
  switch (event.type) {
    case "stateRead": {
      const saved = event.state.settings;
      const notice = saved.notice === "" ? settings.notice : ({ said: saved.notice, tone: "bad" } as const);
      // What was typed stays, also if it was typed before anything was read.
      return { ...settings, saved, notice, draft: { ...draftOf(saved), ...settingsChange(settings) } };
    }
    case "settingsTyped":
      return { ...settings, draft: { ...settings.draft, ...event.draft } };
    case "settingsAsked":
      return {
        ...settings,
        working: true,
        forgetting: false,
        notice: { said: { saying: "working" }, tone: "plain" },
      };
    case "settingsAnswered": {
      const { ok, message, settings: saved } = event.answer;
      const notice = { said: message, tone: ok ? "good" : "bad" } as const;
      // What was refused stays in its field to be fixed.
      return ok
        ? { ...settings, working: false, notice, saved, draft: draftOf(saved) }
        : { ...settings, working: false, notice };
    }
    case "settingsSaid":
      return { ...settings, working: false, notice: event.notice };
    case "settingsFailed":
      return {
        ...settings,
        working: false,
        notice: { said: event.failure, tone: "bad" },
      };
    case "forgetAsked":
      return { ...settings, forgetting: true, notice: null };
    case "forgetDeclined":
      return { ...settings, forgetting: false };
    default:
      return settings;
  }
}
