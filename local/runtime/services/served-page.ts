/** Meta tags that HtmlOutput.addMetaTag takes (Apps Script documentation). */
export const allowedMetaTags: ReadonlySet<string> = new Set([
  "apple-mobile-web-app-capable",
  "apple-mobile-web-app-status-bar-style",
  "google-site-verification",
  "mobile-web-app-capable",
  "twitter:card",
  "viewport",
]);

/**
 * A page as HtmlService serves it. Meta tags that stand in the text are ignored; only added ones count (Apps Script
 * documentation, HtmlOutput.addMetaTag). Comments are taken out, and in a script also what merely looks like one inside a
 * text (reported: React-Google-Apps-Script, issue 157, for `//` and a slash with a star in template literals; here in every
 * text, since nobody has shown where it ends). `metaTags` are names and contents.
 */
export function servedPage(html: string, metaTags: ReadonlyMap<string, string>): string {
  const page = html
    .split(/(<script\b[^>]*>[\s\S]*?<\/script\s*>|<style\b[^>]*>[\s\S]*?<\/style\s*>)/i)
    .map((part) => {
      if (/^<script\b/i.test(part)) return partOfElement(part, withoutScriptComments);
      if (/^<style\b/i.test(part)) return partOfElement(part, withoutBlockComments);
      return part.replace(/<!--[\s\S]*?(-->|$)/g, "").replace(/<meta\b[^>]*>/gi, "");
    })
    .join("");
  const added = [...metaTags].map(
    ([name, content]) => `<meta name="${attribute(name)}" content="${attribute(content)}">`,
  );
  if (added.length === 0) return page;
  const head = /<head\b[^>]*>/i.exec(page);
  const at = head === null ? 0 : head.index + head[0].length;
  return page.slice(0, at) + added.join("") + page.slice(at);
}

function partOfElement(element: string, change: (code: string) => string): string {
  const start = element.indexOf(">") + 1;
  const end = element.lastIndexOf("</");
  return element.slice(0, start) + change(element.slice(start, end)) + element.slice(end);
}

function withoutScriptComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?(\*\/|$)|(\/\/|<!--)[^\n]*/g, "");
}

function withoutBlockComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?(\*\/|$)/g, "");
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
