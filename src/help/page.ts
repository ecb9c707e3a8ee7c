/** What the dialog says, in the user's language. */
export interface HelpWords {
  /** The language's code, such as `en`. */
  language: string;
  /** What the add-on sees: a name and a sentence each. */
  facts: readonly { name: string; text: string }[];
  /** What the report is for, and what it does not hold. */
  reportLabel: string;
  copy: string;
  copied: string;
  /** What to do instead, when the browser refuses to copy; the report is selected then. */
  notCopied: string;
  close: string;
}

const style =
  ":root{color-scheme:light dark}body{margin:8px 0 0;background:Canvas;color:CanvasText;font:13px/18px Roboto,Arial,sans-serif;overflow-wrap:anywhere}dl{display:grid;grid-template-columns:auto 1fr;gap:6px 16px;margin:0 0 16px}dt{font-weight:500}dd{margin:0}textarea{box-sizing:border-box;width:100%;height:210px;margin:6px 0;font:12px/16px monospace}button,textarea{border:1px solid GrayText;border-radius:4px}button{margin-right:8px;padding:7px 16px;background:0;color:#1967d2;font:inherit}#copy{border-color:#1a73e8;background:#1a73e8;color:#fff}@media(prefers-color-scheme:dark){button{color:#8ab4f8}#copy{border-color:#8ab4f8;background:#8ab4f8;color:#202124}}";

// Old on purpose: pages of Apps Script live in a frame that may not use the newer clipboard (reported).
const script =
  "(function(){var d=document,r=d.getElementById('report'),s=d.getElementById('said');d.getElementById('copy').onclick=function(){var ok=false;r.focus();r.select();try{ok=d.execCommand('copy')}catch(e){}s.textContent=s.getAttribute(ok?'data-copied':'data-not')};d.getElementById('close').onclick=function(){google.script.host.close()}})()";

/** The page of the dialog *Help*, with the report to copy. Every text in it is escaped, and all of it is ASCII. */
export function helpPage(words: HelpWords, report: string): string {
  const facts = words.facts.map(({ name, text }) => `<dt>${safe(name)}</dt><dd>${safe(text)}</dd>`).join("");
  return `<!doctype html><html lang="${safe(words.language)}"><head><title>bitbybit Orders</title><style>${style}</style></head><body><main><dl>${facts}</dl><label for="report">${safe(words.reportLabel)}</label><textarea id="report" readonly>${safe(report)}</textarea><button id="copy" type="button">${safe(words.copy)}</button><button id="close" type="button">${safe(words.close)}</button><span id="said" role="status" data-copied="${safe(words.copied)}" data-not="${safe(words.notCopied)}"></span></main><script>${script}</script></body></html>`;
}

/** A text as HTML that HtmlService leaves as it is: no sign of markup or of a comment, and nothing beyond ASCII. */
function safe(text: string): string {
  return text.replace(/[^\w .,:;+()-]/gu, (character) => `&#${character.codePointAt(0)};`);
}
