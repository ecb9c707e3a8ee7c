/**
 * A page that looks at what HtmlService left of its own script, and reports it. Each text is written as it would stand in a
 * page, in a script of its own, so that what is taken for a comment costs that script alone; its answer then is null.
 */
const texts: Readonly<Record<string, string>> = {
  "two slashes in a template": "`a//b`",
  "two slashes in a text": '"a//b"',
  "a block comment in a template": "`a/*b*/c`",
  "a block comment in a text": '"a/*b*/c"',
  "a markup comment in a text": '"a<!--b-->c"',
  "a tag in a text": '"<b>x"',
  "letters that are not ASCII": '"é…😀"',
  "escaped slashes": '"a/\\u002fb"',
};

const lines = Object.entries(texts).map(
  ([name, text]) => `<script>\nseen[${JSON.stringify(name)}] = ${text};\n</script>`,
);

/** The page's html. */
export const pageHtml = `<!doctype html>
<p id="told">The page reports…</p>
<script>
var seen = ${JSON.stringify(Object.fromEntries(Object.keys(texts).map((name) => [name, null])))};
</script>
${lines.join("\n")}
<script>
google.script.run.withSuccessHandler(function (text) { document.getElementById("told").textContent = text; }).pageSeen(seen);
</script>
`;
