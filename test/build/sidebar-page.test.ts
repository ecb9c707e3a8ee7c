import { Script } from "node:vm";
import { servedPage } from "../../local/runtime/services/served-page";
import { htmlServiceSafe, safeScript } from "../../scripts/html-service-safe.mjs";
import { builtFile } from "./built";

const page = builtFile("sidebar.html");

describe("the built sidebar on HtmlService", () => {
  test("comes out as it went in: nothing of it is taken for a comment or ignored", () => {
    expect(servedPage(page, new Map())).toBe(page);
  });

  test("is ASCII", () => {
    expect([...page].filter((character) => character > "\x7f")).toEqual([]);
  });

  test("relies on no meta tag, which a file's page has in vain", () => {
    expect(page).not.toMatch(/<meta/i);
  });

  test("has a script that compiles", () => {
    const [, code = ""] = /<script>([\s\S]*)<\/script>/.exec(page) ?? [];
    expect(code.length).toBeGreaterThan(1000);
    expect(new Script(code)).toBeInstanceOf(Script);
  });
});

describe("a script made safe for HtmlService", () => {
  const resultOf = (code: string): unknown => new Script(`(() => { ${code} })()`).runInNewContext();

  test.each([
    ["an address", 'return "http://www.w3.org/2000/svg"'],
    ["three slashes", 'return "a///b////c"'],
    ["the signs of a comment", "return '/* x */ // y <!-- z -->'"],
    ["escaped slashes", 'return "\\//\\/*\\\\//"'],
    ["a template", "const e = 'h'; return `#{e}://x/*#{e}//` + `<?= y ?>`".replaceAll("#", "$")],
    ["tags", 'return "<\\/script><b>\\<i>"'],
    ["a regular expression", 'return "a//b*c".replace(/\\/\\//g, "-").replace(/[/*]/, "+")'],
    ["its groups", 'return "a<b".replace(/(?<x>a)<(?<=<)/, "$<x>!") + /(?<q>a)\\k<q>/.test("aa")'],
  ])("means the same: %s", (_, code) => {
    const safe = safeScript(`var f = () => { ${code} };`);
    expect(safe).not.toMatch(/\/\/|\/\*|<!--|<\?[^<]|<\//);
    expect(resultOf(`${safe} return f();`)).toEqual(resultOf(code));
  });
});

describe("a page that cannot be made safe is refused", () => {
  test.each([
    ["a comment in the markup", "<p>a<!-- b --></p>", "<!--"],
    ["a comment in a style", "<style>a{}/* b */</style>", "/*"],
    ["an address in a style", "<style>a{background:url(https://x)}</style>", "//"],
    ["a comment in a script", "<script>a() // b\n</script>", "//"],
    ["a scriptlet", "<p><?= x ?></p>", "<?"],
    ["a letter in a style", "<style>a::after{content:'é'}</style>", "not ASCII"],
  ])("%s", (_, html, what) => {
    expect(() => htmlServiceSafe(html)).toThrow(what);
  });

  test("letters of the markup become references, metas go", () => {
    expect(htmlServiceSafe('<!doctype html><meta charset="utf-8"><p title="é">…😀</p>')).toBe(
      '<!doctype html><p title="&#233;">&#8230;&#128512;</p>',
    );
  });
});
