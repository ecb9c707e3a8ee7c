import { defaultApiAddress } from "../../src/bitbybit/api-address";
import {
  defaultSettings,
  describeKey,
  readSettings,
  type SettingsPort,
  tidyName,
  writeSettings,
} from "../../src/settings/settings";

function portOf(text: string | null): SettingsPort & { text: string | null } {
  return {
    text,
    read() {
      return this.text;
    },
    write(next) {
      this.text = next;
    },
  };
}
const saved = {
  apiKey: "bbb_test_0123456789",
  userName: "Ayu",
  singleLastName: "-",
  referencePlace: "tags",
  apiAddress: "https://api.bitbybit.studio/customer/open/v1",
  language: "id",
} as const;

describe("a user's settings", () => {
  test("are the defaults while nothing is saved, and that is no fault", () => {
    expect(readSettings(portOf(null), false)).toEqual({
      settings: defaultSettings,
      replaced: false,
      isNewer: false,
    });
  });

  test("come back as they were saved", () => {
    const port = portOf(null);
    writeSettings(port, saved);
    expect(readSettings(port, false)).toEqual({ settings: saved, replaced: false, isNewer: false });
    writeSettings(port, { ...saved, apiKey: "" });
    expect(readSettings(port, false)).toMatchObject({ settings: { apiKey: "" }, replaced: false });
  });

  test("of a version without the last name of single names are whole", () => {
    const { singleLastName: _, ...older } = saved;
    expect(readSettings(portOf(JSON.stringify({ v: 1, ...older })), false)).toEqual({
      settings: { ...saved, singleLastName: "" },
      replaced: false,
      isNewer: false,
    });
  });

  test("saved before there was a choice of language follow the account, and that is no fault", () => {
    const { language: _, ...before } = saved;
    const found = readSettings(portOf(JSON.stringify({ v: 1, ...before })), false);
    expect(found).toEqual({ settings: { ...saved, language: "auto" }, replaced: false, isNewer: false });
  });

  test("with a language that nobody speaks follow the account, and say so", () => {
    const found = readSettings(portOf(JSON.stringify({ v: 1, ...saved, language: "tlh" })), false);
    expect(found).toMatchObject({ settings: { language: "auto", apiKey: saved.apiKey }, replaced: true });
  });

  test.each(["", "{", "null", "[]", "7", '"x"', '{"v":1}'])(
    "stored as %j are replaced by defaults, and said so",
    (text) => {
      expect(readSettings(portOf(text), false)).toEqual({
        settings: defaultSettings,
        replaced: true,
        isNewer: false,
      });
    },
  );

  test("a broken part costs the user no other part", () => {
    const broken = { v: 1, ...saved, apiAddress: "http://evil.example" };
    expect(readSettings(portOf(JSON.stringify(broken)), false)).toEqual({
      settings: { ...saved, apiAddress: defaultApiAddress },
      replaced: true,
      isNewer: false,
    });
    const old = { v: 0, ...saved, language: "tlh", referencePlace: "body", userName: 7, apiKey: ["x"] };
    expect(readSettings(portOf(JSON.stringify(old)), false)).toEqual({
      settings: { ...defaultSettings, singleLastName: "-", apiAddress: saved.apiAddress },
      replaced: true,
      isNewer: false,
    });
  });

  test("an address on loopback is kept in local runs alone", () => {
    const local = JSON.stringify({ v: 1, ...saved, apiAddress: "http://127.0.0.1:8080/v1" });
    expect(readSettings(portOf(local), true)).toMatchObject({ replaced: false });
    expect(readSettings(portOf(local), false)).toMatchObject({
      settings: { apiAddress: defaultApiAddress },
      replaced: true,
      isNewer: false,
    });
  });

  test("show a key by its ends alone, and none as none", () => {
    expect(describeKey("bbb_live_0123456789")).toEqual({ maskedKey: "bbb_live_…6789", environment: "live" });
    expect(describeKey("")).toEqual({ maskedKey: "", environment: null });
  });

  test("keep a name on one line and short", () => {
    expect(tidyName("  Ayu \n Lestari ")).toBe("Ayu Lestari");
    expect(tidyName("x".repeat(500))).toHaveLength(60);
  });

  test("of a newer version are not read, and said to be so", () => {
    const text = JSON.stringify({ v: 2, apiKey: "bbb_test_somebodys_key_1a2b", keys: [] });
    expect(readSettings(portOf(text), false)).toEqual({
      settings: defaultSettings,
      replaced: false,
      isNewer: true,
    });
  });
});
