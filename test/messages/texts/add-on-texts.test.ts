import type { ConnectionState } from "../../../src/bitbybit/test-connection";
import { english } from "../../../src/messages/english/english";
import { textsOf } from "../../../src/messages/texts/texts";
import { expectAdvice, expectReadable } from "../sentences";

const { addOn: addOnTexts } = textsOf(english);

const states: ConnectionState[] = [
  "works",
  "noRead",
  "apiKey",
  "ipList",
  "forbidden",
  "address",
  "rateLimit",
  "serverError",
  "unreadable",
  "network",
  "quota",
];

describe("what the add-on says about itself", () => {
  test("the menu's items are named as the documentation names them", () => {
    expect(Object.values(addOnTexts.menu)).toEqual([
      "Create orders from selection",
      "Check selection",
      "Resolve unconfirmed rows",
      "Not in bitbybit: send again",
      "Set up this sheet",
      "Open sidebar",
      "Help",
    ]);
  });

  test.each(states)("a connection that is %s, for either key", (state) => {
    for (const environment of ["test", "live"] as const)
      expectReadable(addOnTexts.connection(state, environment));
  });

  test.each(states.filter((state) => state !== "works"))(
    "a connection with a fault (%s) says what to do",
    (state) => {
      if (state !== "noRead") expectAdvice(addOnTexts.connection(state, "test"));
    },
  );

  test("a working connection says live or test, and that writing is not shown", () => {
    expect(addOnTexts.connection("works", "live")).toContain("LIVE");
    expect(addOnTexts.connection("works", "test")).toContain("TEST");
    expect(addOnTexts.connection("works", "test")).toContain("shows with the first one");
  });

  test.each(["empty", "space", "shape", "tooLong"] as const)("a key that is refused: %s", (fault) => {
    expectAdvice(addOnTexts.settings.fault({ of: "key", fault }));
  });

  test.each(["shape", "credentials", "scheme", "host", "port", "query"] as const)(
    "an address that is refused: %s",
    (fault) => {
      expectReadable(addOnTexts.settings.fault({ of: "address", fault }));
    },
  );

  test("the set-up, the settings and a sheet that is gone", () => {
    const { setUp, settings, sheetGone } = addOnTexts;
    for (const text of [setUp.done, setUp.filterTooShort, settings.replaced, settings.arguments])
      expectAdvice(text);
    for (const text of [settings.saved, settings.forgotten, sheetGone]) expectReadable(text);
  });
});
