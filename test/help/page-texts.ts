/** What a person reads in the page of the dialog *Help*. */
export function textsOf(page: string): { facts: Record<string, string>; report: string } {
  const facts = [...page.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name = "", text = ""]) => [
    read(name),
    read(text),
  ]);
  const [, report = ""] = /<textarea[^>]*>(.*?)<\/textarea>/.exec(page) ?? [];
  return { facts: Object.fromEntries(facts), report: read(report) };
}

function read(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
