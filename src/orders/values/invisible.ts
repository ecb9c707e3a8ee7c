const otherThanAscii = /[^ -~]/;

/** True for printable ASCII alone: nothing in it is invisible, and it is the same in every normal form. */
export function isPlainAscii(text: string): boolean {
  return !otherThanAscii.test(text);
}

const lineBreaks = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/** Tabs, no-break, narrow and wide spaces, and letters that are drawn as a blank. */
const oddSpaces = /[\t\p{Zs}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** What no cell shows: default ignorable characters, controls, marks of interlinear notes. */
const invisible = /[\p{DI}\p{Cc}\ufff9-\ufffb]/gu;

const joiners = /^[\u200c\u200d]$/;

/** What a joiner may follow: an emoji, or a letter or sign of a script whose letters join. */
const joins =
  /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}]|\p{Extended_Pictographic}\ufe0f)$/u;

const joined = /^[\p{L}\p{Extended_Pictographic}]/u;

const variations = /^[\u180b-\u180d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;

const varied = /[\p{Extended_Pictographic}\p{sc=Hani}\p{sc=Mong}]$/u;

/**
 * The text as its cell shows it: without zero-width characters, direction marks, soft hyphens and controls, with plain
 * spaces and line feeds, in Unicode's form NFC. A joiner or a variation stays if it changes how its neighbours look.
 */
export function withoutInvisible(text: string): string {
  if (isPlainAscii(text)) return text;
  return text
    .replace(lineBreaks, "\n")
    .replace(oddSpaces, " ")
    .replace(invisible, (character, place: number, whole: string) =>
      character === "\n" || isSeen(character, place, whole) ? character : "",
    )
    .normalize("NFC");
}

function isSeen(character: string, place: number, whole: string): boolean {
  const before = whole.slice(Math.max(0, place - 3), place);
  if (variations.test(character)) return varied.test(before);
  if (!joiners.test(character)) return false;
  return joins.test(before) && joined.test(whole.slice(place + 1, place + 3));
}
