import { startMs, testRuntime } from "../test-runtime";

describe("Utilities", () => {
  test("sleep lets the injected clock pass; 5 minutes at most (documented)", () => {
    const { run, clock } = testRuntime();
    run("Utilities.sleep(1500);");
    expect(clock.now()).toBe(startMs + 1500);
    expect(run("Utilities.sleep(300001);").message).toBe("Invalid argument: milliseconds");
  });

  test("getUuid makes a version 4 UUID of the injected randomness", () => {
    expect(testRuntime().value("return Utilities.getUuid();")).toBe("88888888-8888-4888-a888-888888888888");
  });

  test.each([
    ["Etc/GMT", "yyyy-MM-dd'T'HH:mm:ss'Z'", "2026-01-05T12:00:00Z"],
    ["Asia/Jakarta", "d MMM yyyy, h:mm a", "5 Jan 2026, 7:00 PM"],
    ["America/New_York", "EEEE, MMMM d, yy HH:mm:ss.SSS Z", "Monday, January 5, 26 07:00:00.000 -0500"],
    ["GMT+7", "HH:mm XXX", "19:00 +07:00"],
    ["Etc/GMT", "h 'o''clock'", "12 o'clock"],
  ])("formatDate in %s as %s (documented: Java's SimpleDateFormat)", (zone, pattern, text) => {
    expect(
      testRuntime().value(`return Utilities.formatDate(new Date(), "${zone}", ${JSON.stringify(pattern)});`),
    ).toBe(text);
  });

  test("computeDigest gives signed bytes; without a charset other letters count as ? (documented)", () => {
    const { value } = testRuntime();
    const digest = (args: string) =>
      value(`return Utilities.computeDigest(Utilities.DigestAlgorithm.${args});`);
    expect(digest('MD5, ""')).toEqual([
      -44, 29, -116, -39, -113, 0, -78, 4, -23, -128, 9, -104, -20, -8, 66, 126,
    ]);
    expect(digest('SHA_256, "é"')).toEqual(digest('SHA_256, "?"'));
    expect(digest('SHA_256, "é", Utilities.Charset.UTF_8')).not.toEqual(digest('SHA_256, "?"'));
  });

  test("base64Encode takes texts and bytes", () => {
    expect(
      testRuntime().value('return [Utilities.base64Encode("hi"), Utilities.base64Encode([-1, 0, 1])];'),
    ).toEqual(["aGk=", "/wAB"]);
  });
});

test("the session tells time zone and language", () => {
  const { value } = testRuntime({ scriptTimeZone: "Asia/Jakarta", userLocale: "id" });
  expect(value("return [Session.getScriptTimeZone(), Session.getActiveUserLocale()];")).toEqual([
    "Asia/Jakarta",
    "id",
  ]);
});

test("what the script logs reaches the runtime's log", () => {
  const lines: unknown[] = [];
  testRuntime({ log: (line) => lines.push(line) }).run(
    'console.log("a", {b: 1}); console.warn(5); console.error(new Error("oh")); console.info("i"); Logger.log("l");',
  );
  expect(lines).toEqual([
    { level: "log", text: 'a {"b":1}' },
    { level: "warn", text: "5" },
    { level: "error", text: "oh" },
    { level: "info", text: "i" },
    { level: "log", text: "l" },
  ]);
});

test("an enumeration's value is its name as a text, whatever was asked before (reported)", () => {
  expect(
    testRuntime().value(
      "var m=ScriptApp.AuthMode; String(m); return [String(m.FULL), m.NONE.toString(), String(Utilities.Charset.UTF_8), '' + SpreadsheetApp.getUi().Button.YES];",
    ),
  ).toEqual(["FULL", "NONE", "UTF_8", "YES"]);
});
