import type { PageEvent } from "../../../src/sidebar/state/page-event";
import { reduceSettings } from "../../../src/sidebar/state/reduce-settings";
import { initialState, settingsChange } from "../../../src/sidebar/state/state";
import { settings, state } from "../scripted-server";

const read: PageEvent = { type: "stateRead", state: state(), version: "", nowMs: 0, resumed: false };

function after(...events: PageEvent[]) {
  return events.reduce(reduceSettings, initialState("en", 0).settings);
}

test("only what was changed is a change", () => {
  expect(settingsChange(after(read))).toEqual({});
  const typed = after(read, { type: "settingsTyped", draft: { userName: "Ben", apiAddress: " " } });
  expect(settingsChange(typed)).toEqual({ userName: "Ben" });
});

test("what is typed stays when the state is read again", () => {
  const typed = after(read, { type: "settingsTyped", draft: { apiKey: "bbb_test_x" } }, read);
  expect(typed.draft.apiKey).toBe("bbb_test_x");
});

test("what is typed before the state is first read stays, beside the saved settings", () => {
  const own = state({ settings: { ...settings, userName: "Ana" } });
  const { draft } = after(
    { type: "settingsTyped", draft: { apiKey: "bbb_test_x" } },
    { type: "stateRead", state: own, version: "", nowMs: 0, resumed: false },
  );
  expect([draft.apiKey, draft.userName]).toEqual(["bbb_test_x", "Ana"]);
});

test("a saved key leaves the page, a refused one stays to be fixed", () => {
  const save = (ok: boolean): PageEvent => ({
    type: "settingsAnswered",
    answer: { ok, message: "", settings, spoken: "en" },
  });
  const typed: PageEvent = { type: "settingsTyped", draft: { apiKey: "bbb_test_x" } };
  expect(after(read, typed, save(true)).draft.apiKey).toBe("");
  expect(after(read, typed, save(false)).draft.apiKey).toBe("bbb_test_x");
});

test("an address that is the default's shows as an empty field, and emptying another is a change", () => {
  expect(after(read).draft.apiAddress).toBe("");
  const own = state({ settings: { ...settings, apiAddress: "http://127.0.0.1:1/v1" } });
  const emptied = after(
    { type: "stateRead", state: own, version: "", nowMs: 0, resumed: false },
    { type: "settingsTyped", draft: { apiAddress: "" } },
  );
  expect(settingsChange(emptied)).toEqual({ apiAddress: "" });
});
