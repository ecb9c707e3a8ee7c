import { type CommandOptions, isLiveKey, parseCommand, usage } from "../../../local/command-line/options";

const testKey = "bbb_test_0123456789abcdef";

function parse(args: readonly string[], environmentKey?: string) {
  return parseCommand(args, { folder: "/shop", exampleFile: "/project/examples/orders.csv", environmentKey });
}

function options(args: readonly string[], environmentKey?: string): CommandOptions {
  const parsed = parse(args, environmentKey);
  if (parsed.kind !== "run") throw new Error(JSON.stringify(parsed));
  return parsed.options;
}

function refusal(args: readonly string[], environmentKey?: string): string {
  const parsed = parse(args, environmentKey);
  return parsed.kind === "error" ? parsed.message : parsed.kind;
}

describe("a command line without anything", () => {
  test("opens the example, takes all of its rows, and creates orders in the stand-in", () => {
    expect(options([])).toEqual({
      input: "/project/examples/orders.csv",
      output: "/project/examples/orders.result.csv",
      select: null,
      action: "create",
      sheetName: null,
      encoding: null,
      language: "en",
      columns: { headerRow: null, map: [], defaults: [], accept: false },
      api: null,
      json: false,
      yes: false,
      force: false,
      notes: [],
    });
  });
});

describe("the file", () => {
  test("is found from the folder where the command was typed, its result beside it", () => {
    expect(options(["june/orders.xlsx"])).toMatchObject({
      input: "/shop/june/orders.xlsx",
      output: "/shop/june/orders.result.xlsx",
    });
  });

  test("that is a result gets a result of its own, so that it is not changed either", () => {
    expect(options(["orders.result.csv"]).output).toBe("/shop/orders.result.result.csv");
  });

  test.each(["orders.ods", "orders", "orders.csv.bak", "orders.xls"])("%s is refused", (file) => {
    expect(refusal([file])).toBe(`${file} is not a .csv or .xlsx file; save the sheet as one of these`);
  });

  test("is one", () => {
    expect(refusal(["a.csv", "b.csv"])).toBe("One file at a time, not a.csv, b.csv");
    expect(refusal([""])).toMatch("empty");
  });
});

describe("--out", () => {
  test("names the file to save to, with the input's extension in any letter case", () => {
    expect(options(["a.csv", "--out", "/tmp/b.CSV"]).output).toBe("/tmp/b.CSV");
  });

  test.each([
    ["b.xlsx", "--out b.xlsx must end in .csv, as the file that is read does"],
    ["b", "--out b must end in .csv, as the file that is read does"],
    ["./a.csv", "--out ./a.csv is the file that is read; name another one"],
    ["", "--out is empty; name the file to save to"],
  ])("%j is refused", (out, message) => {
    expect(refusal(["a.csv", "--out", out])).toBe(message);
  });
});

describe("--select", () => {
  test("takes cells, blocks, rows and columns, several by comma or by being there twice", () => {
    const { select } = options(["--select", "A2:D9, 5:9", "--select", "A:C,B3"]);
    expect(select).toEqual(["A2:D9", "5:9", "A:C", "B3"]);
  });

  test.each(["", "A", "9", "A0", "A1:", "Sheet1!A1", "A1,,B2", "A1;B2", "A1:B2:C3", "ABCD1"])(
    "%j is refused",
    (select) => {
      expect(refusal(["--select", select])).toMatch(
        /^--select ".*" is not a range; write A2:D9, 5:9, A:C or B3$/,
      );
    },
  );
});

describe("--do", () => {
  test.each(["create", "check", "resolve", "setup"])("%s", (action) => {
    expect(options(["--do", action]).action).toBe(action);
  });

  test("anything else is refused", () => {
    expect(refusal(["--do", "delete"])).toBe('--do "delete" is not one of create, check, resolve, setup');
  });
});

describe("--api", () => {
  test.each([
    ["http://127.0.0.1:8787/customer/api/open/v1/", "http://127.0.0.1:8787/customer/api/open/v1"],
    ["https://localhost/x", "https://localhost/x"],
    ["http://[::1]:80", "http://[::1]:80"],
    ["https://api.bitbybit.studio/customer/open/v1", "https://api.bitbybit.studio/customer/open/v1"],
  ])("%s can be used", (address, used) => {
    expect(options(["--api", address], testKey).api).toEqual({ address: used, key: testKey });
  });

  test.each([
    "http://api.bitbybit.studio/v1",
    "https://api.bitbybit.studio:8443/v1",
    "https://api.bitbybit.studio.evil.example/v1",
    "https://evil.example/v1",
    "https://user:secret@api.bitbybit.studio/v1",
    "https://api.bitbybit.studio@evil.example/v1",
    "http://127.0.0.1@evil.example/",
    "http://127.0.0.1.evil.example/",
    "http://localhost:80@evil.example",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "https://api.bitbybit.studio/v1?x=1",
    "https://api.bitbybit.studio/v1#x",
    "https://api.bitbybit.studio\\@evil.example/",
    "127.0.0.1:8787",
    "",
  ])("%j is refused", (address) => {
    expect(refusal(["--api", address], testKey)).toMatch(/^--api .*; use https:\/\/api\.bitbybit\.studio/);
  });

  test("needs a key, from the environment or from --key, which comes first", () => {
    const address = "http://127.0.0.1:1/v1";
    expect(refusal(["--api", address])).toMatch("--api needs an API key; set BITBYBIT_API_KEY");
    expect(refusal(["--api", address], " ")).toMatch("--api needs an API key");
    const given = options(["--api", address, "--key", "bbb_live_0123456789"], testKey);
    expect(given.api?.key).toBe("bbb_live_0123456789");
  });

  test.each([
    "secret",
    "bbb_prod_0123456789",
    "bbb_test_?!",
    "bbb_test_01234 56789",
    "bbb_test_01234\n56789",
    `bbb_test_${"x".repeat(10_000)}`,
  ])("needs a key of bitbybit's, and never repeats one that is not: %j", (key) => {
    const message = refusal(["--api", "http://127.0.0.1:1/v1"], key);
    expect(message).toMatch("copy it again from Settings > Developer");
    expect(message).not.toContain(key.slice(0, 40));
  });

  test("is not needed: the stand-in's own key is used, whatever was given", () => {
    expect(options([], "bbb_live_0123456789").api).toBeNull();
    expect(options(["--key", testKey])).toMatchObject({
      api: null,
      notes: [expect.stringContaining("--key is not used")],
    });
  });

  test("knows a key that makes real orders", () => {
    expect([testKey, "bbb_live_0123456789"].map(isLiveKey)).toEqual([false, true]);
  });
});

describe("other options", () => {
  test("that are not known, or lack their value, are refused in one line", () => {
    for (const args of [["--verbose"], ["--out"], ["--json=yes"], ["-x"], ["--select"]]) {
      expect(refusal(args)).toMatch(/^[^\n]*; see npm start -- --help$/);
    }
  });

  test("name the sheet of a workbook, and the encoding of a csv", () => {
    expect(options(["a.xlsx", "--sheet", "May 2026"]).sheetName).toBe("May 2026");
    expect(options(["a.csv", "--encoding", "windows-1252"]).encoding).toBe("windows-1252");
    expect(refusal(["a.csv", "--sheet", "May"])).toMatch('--sheet "May" is for workbooks');
    expect(refusal(["a.xlsx", "--encoding", "utf-8"])).toMatch("--encoding utf-8 is for csv files");
  });

  test("--help prints every option there is", () => {
    expect(parse(["--help", "--nothing-else"]).kind).toBe("error");
    expect(parse(["--help", "x.txt"])).toEqual({ kind: "help", language: "en" });
    for (const name of ["select", "do", "sheet", "encoding", "api", "key", "out", "json", "yes", "force"])
      for (const language of ["en", "id"] as const) expect(usage(language)).toContain(`--${name}`);
  });
});

test("what cannot be used is told in the language that was asked for, and in English if that is none", () => {
  expect(refusal(["--language", "id", "--do", "send"])).toBe(
    '--do "send" bukan salah satu dari create, check, resolve, setup',
  );
  expect(refusal(["--language", "id", "--header-row", "x"])).toContain("bukan nomor baris");
  expect(refusal(["--nothing", "--language", "id"])).toMatch(/^Opsi '--nothing' tidak dikenal; lihat/);
  expect(refusal(["--language=id", "--do"])).toMatch(/^Opsi '--do <WHAT>' belum diberi isi; lihat/);
  expect(usage("id")).toContain("Membuka sheet pesanan");
  expect(refusal(["--language", "fr"])).toBe('--language "fr" is not one of en, id');
});
