import type { Environment } from "../../bitbybit/api-key";
import type { ConnectionState } from "../../bitbybit/test-connection";
import type { SettingsFault } from "../../settings/change-settings";
import type { Words } from "../english/english";
import type { outcomeTexts } from "./outcome-texts";

/** Captions of the menu, and sentences about settings, connection and the sheet's set-up. */
export function addOnTexts({ addOn: words, menu, runs }: Words, outcomes: ReturnType<typeof outcomeTexts>) {
  return {
    menu,
    setUp: words.setUp,
    settings: {
      replaced: words.replaced,
      saved: words.saved,
      forgotten: words.forgotten,
      fault: (fault: SettingsFault): string =>
        fault.of === "key" ? words.keyFaults[fault.fault] : words.addressFaults[fault.fault],
      arguments: words.arguments,
    },
    /** What a test of the connection showed. */
    connection: (state: ConnectionState, environment: Environment): string => {
      if (state === "works") return words.connection.works(runs.modes[environment]);
      return state in words.connection
        ? words.connection[state as Exclude<keyof typeof words.connection, "works">]
        : outcomes.stop(state as Exclude<ConnectionState, keyof typeof words.connection>);
    },
    sheetGone: words.sheetGone,
  };
}
