/** Errors without a closing `!` or `?`, in the languages of spreadsheets that have one of their own. */
const plainErrors: ReadonlySet<string> = new Set(
  "#N/A #NV #N/D #N/V #N/B #N/DISP #N/F #I/T #YOK #BRAK #Н/Д #НД #Δ/Υ #HIÁNYZIK #NEDOSTUPNÝ #NENÍ_K_DISPOZICI #NIET_BESCHIKBAAR #EI_SAATAVILLA #GETTING_DATA #PYTHON".split(
    " ",
  ),
);

/** `#REF!`, `#BEZUG!`, `#¡REF!`, `#¿NOMBRE?`, `#ДЕЛ/0!`: capitals of any script between the signs. */
const markedError = /^#[¡¿]?[\p{Lu}\p{Lo}\p{Lm}\p{N}/_.-]{2,24}[!?]$/u;

/** LibreOffice's `Err:508`, in any letter case. */
const numberedError = /^err:\d{3}$/i;

/** A column too narrow for its number, saved as text. */
const hashes = /^#{2,}$/;

/** What a cell shows while its formula still fetches something, in some languages of Google Sheets. */
const loadingTexts: ReadonlySet<string> = new Set([
  "Loading...",
  "Memuat...",
  "Wird geladen...",
  "Chargement...",
  "Cargando...",
  "Carregando...",
  "Caricamento...",
]);

/** True for what a formula or a narrow column shows in place of a value. `text` is trimmed. */
export function isErrorValue(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 35) return plainErrors.has(text) || markedError.test(text) || hashes.test(text);
  return (first === 69 || first === 101) && numberedError.test(text);
}

/** True for a cell whose formula is still at work. `text` is trimmed. */
export function isLoading(text: string): boolean {
  return text.endsWith("...") && loadingTexts.has(text);
}
