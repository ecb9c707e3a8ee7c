import { testRuntime } from "../test-runtime";

/** The page that a sidebar shows for this html file. */
function shownFor(html: string, more = ""): unknown {
  const kit = testRuntime({ htmlFiles: { page: html } });
  kit.value(
    `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("page").setTitle("T")${more});`,
  );
  return kit.shown[0];
}

describe("a page as HtmlService serves it", () => {
  test.each([
    ["meta tags of a file are ignored (documented)", '<meta charset="utf-8"><p>a</p>', "<p>a</p>"],
    ["comments of the markup go", "<p>a<!-- b\n --></p>", "<p>a</p>"],
    ["comments of a style go", "<style>a{}/* b */</style>", "<style>a{}</style>"],
    ["comments of a script go", "<script>a() // b\n/* c */d()</script>", "<script>a() \nd()</script>"],
    [
      "so does what looks like one in a text (reported)",
      "<script>const u = `https://x`;\nf()</script>",
      "<script>const u = `https:\nf()</script>",
    ],
    ["the rest stays", '<a href="https://x">é</a>', '<a href="https://x">é</a>'],
  ])("%s", (_, html, served) => {
    expect(shownFor(html)).toEqual({ title: "T", html: served });
  });

  test("an added meta tag is there, first in the head", () => {
    expect(
      shownFor("<html><head><title>x</title></head></html>", '.addMetaTag("viewport", "width=300")'),
    ).toEqual({
      title: "T",
      html: '<html><head><meta name="viewport" content="width=300"><title>x</title></head></html>',
    });
  });

  test("one that is not on the list is refused (documented)", () => {
    expect(
      testRuntime().run('HtmlService.createHtmlOutput("x").addMetaTag("color-scheme", "dark");').message,
    ).toBe("The specified meta tag cannot be used in this context.");
  });

  test("the script itself sees its text as it wrote it", () => {
    expect(testRuntime().value('return HtmlService.createHtmlOutput("<!-- x -->").getContent();')).toBe(
      "<!-- x -->",
    );
  });
});
