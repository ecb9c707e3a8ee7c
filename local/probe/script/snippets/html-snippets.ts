import type { Snippets } from "../snippet";

/** What the script itself sees of HtmlService; the page tells the rest. */
export const htmlSnippets: Snippets = {
  "getContent of a page with comments": () =>
    HtmlService.createHtmlOutput("<p>a<!-- b --></p><script>c // d\n</script>").getContent(),
  "addMetaTag viewport": (kit) =>
    kit.caught(() => HtmlService.createHtmlOutput("x").addMetaTag("viewport", "width=300").getContent()),
  "addMetaTag color-scheme": (kit) =>
    kit.caught(() => HtmlService.createHtmlOutput("x").addMetaTag("color-scheme", "dark").getContent()),
  "createHtmlOutputFromFile of none": (kit) =>
    kit.caught(() => HtmlService.createHtmlOutputFromFile("none").getContent()),
  "title, read back": () => HtmlService.createHtmlOutput("x").setTitle("T").getTitle(),
};
