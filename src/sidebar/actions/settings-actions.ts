import type { SettingsAnswer, SettingsChange } from "../../endpoints/settings";
import type { PageParts } from "../page-parts";
import { type Notice, settingsChange } from "../state/state";

/** What the user can do in the Settings tab. The key is typed there and never comes back. */
export interface SettingsActions {
  /** Saves what was changed, and only that. */
  save(): Promise<void>;
  /** Tests what is typed; without anything typed, what is saved. */
  test(): Promise<void>;
  /** Asks whether the key is to be forgotten. */
  askToForget(): void;
  /** The user's answer to that. */
  forget(yes: boolean): Promise<void>;
}

/** Makes them. `saved` is called after settings were saved. */
export function settingsActions(parts: PageParts, saved: () => void): SettingsActions {
  const { server, browser, state, dispatch, failureOf } = parts;
  const say = (notice: Notice) => dispatch({ type: "settingsSaid", notice });
  const fail = (error: unknown) => dispatch({ type: "settingsFailed", failure: failureOf(error) });

  const keep = async (call: () => Promise<SettingsAnswer>) => {
    dispatch({ type: "settingsAsked" });
    try {
      const answer = await call();
      dispatch({ type: "settingsAnswered", answer });
      if (answer.ok) saved();
    } catch (error) {
      fail(error);
    }
  };

  return {
    save: async () => {
      const change = settingsChange(state().settings);
      if (Object.keys(change).length === 0) {
        return say({ said: { saying: "nothingChanged" }, tone: "plain" });
      }
      await keep(() => server.saveSettings(change));
    },
    test: async () => {
      const { apiKey, apiAddress } = settingsChange(state().settings);
      const typed: Pick<SettingsChange, "apiKey" | "apiAddress"> = {};
      if (apiKey !== undefined) typed.apiKey = apiKey;
      if (apiAddress !== undefined) typed.apiAddress = apiAddress;
      const isTyped = Object.keys(typed).length > 0;
      dispatch({ type: "settingsAsked" });
      try {
        const call = isTyped ? server.testConnection(typed) : server.testConnection();
        const { ok, message } = await call;
        say({ said: message, tone: ok ? "good" : "bad" });
      } catch (error) {
        fail(error);
      }
    },
    askToForget: () => {
      dispatch({ type: "forgetAsked" });
      browser.focus("forget-no");
    },
    forget: async (yes) => {
      if (yes) await keep(() => server.forgetKey());
      else dispatch({ type: "forgetDeclined" });
      browser.focus(yes ? "api-key" : "forget-key");
    },
  };
}
