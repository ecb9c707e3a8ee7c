import { defaultApiAddress } from "../../src/bitbybit/api-address";
import { changeSettings, readSettingsChange } from "../../src/settings/change-settings";
import { defaultSettings } from "../../src/settings/settings";

const settings = { ...defaultSettings, apiKey: "bbb_test_0123456789", userName: "Ayu" };

describe("a change of settings", () => {
  test("changes what it names and nothing else", () => {
    expect(changeSettings(settings, { referencePlace: "tags" }, false)).toEqual({
      ok: true,
      settings: { ...settings, referencePlace: "tags" },
    });
    expect(changeSettings(settings, { apiKey: " bbb_live_9876543210 ", userName: " Budi\n" }, false)).toEqual(
      {
        ok: true,
        settings: { ...settings, apiKey: "bbb_live_9876543210", userName: "Budi" },
      },
    );
  });

  test("takes a language", () => {
    expect(changeSettings(settings, { language: "id" }, false)).toMatchObject({
      settings: { language: "id" },
    });
  });

  test("an empty address goes back to the default", () => {
    const other = { ...settings, apiAddress: "https://api.bitbybit.studio/customer/open/v1" };
    expect(changeSettings(other, { apiAddress: " " }, false)).toMatchObject({
      settings: { apiAddress: defaultApiAddress },
    });
  });

  test("with one part that cannot be taken changes nothing, and says why", () => {
    const refused = changeSettings(settings, { userName: "Budi", apiKey: "secret words" }, false);
    expect(refused).toEqual({ ok: false, fault: { of: "key", fault: "space" } });
    expect(JSON.stringify(refused)).not.toContain("secret");
    expect(changeSettings(settings, { apiAddress: "https://evil.example/" }, false)).toMatchObject({
      ok: false,
      fault: { of: "address", fault: "host" },
    });
    expect(changeSettings(settings, { apiAddress: "http://localhost:1" }, false).ok).toBe(false);
    expect(changeSettings(settings, { apiAddress: "http://localhost:1" }, true).ok).toBe(true);
  });

  test("is read from what a page sends, other properties dropped", () => {
    expect(readSettingsChange({ apiKey: "k", more: 1 })).toEqual({ apiKey: "k" });
    expect(readSettingsChange({})).toEqual({});
    expect(readSettingsChange({ language: "id" })).toEqual({ language: "id" });
  });

  test.each([
    null,
    undefined,
    "x",
    7,
    [],
    { apiKey: 7 },
    { referencePlace: "body" },
    { language: "tlh" },
    { userName: "x".repeat(30_000) },
  ])("%.60j is none", (argument) => {
    expect(readSettingsChange(argument)).toBeNull();
  });
});
