/** What an exception of the platform seems to be about. */
export type ExceptionKind =
  /** The day's calls of a service are spent. */
  | "dailyQuota"
  /** Too many calls in a short time. */
  | "tooOften"
  /** An address did not answer in time. */
  | "fetchTimeout"
  /** An address cannot be reached. */
  | "unreachable"
  /** Data is carried too fast. */
  | "bandwidth"
  /** The user may not edit the cell. */
  | "protectedCell"
  /** Data validation rejects the value. */
  | "validation"
  /** A cell lies in a typed column of a Table, which takes no format of its own. */
  | "typedColumn"
  /** The service of spreadsheets or another server failed or was too slow. */
  | "serverFault"
  /** Properties are full, or a value is too long for them. */
  | "storageFull"
  /** A lock was held too long. */
  | "lockTimeout"
  /** A range, sheet or cell is no longer there. */
  | "gone"
  /** The spreadsheet has all the cells that it may have. */
  | "cellLimit"
  /** A permission is missing. */
  | "permission";

/** What a text lets one guess. */
export interface ExceptionHint {
  kind: ExceptionKind;
  /** The cell that the text names, in A1 notation; null if it names none. */
  cell: string | null;
}

/**
 * Texts that users of Apps Script have reported, by what they are about. Google localizes exceptions, so this list is never
 * whole: most texts of most languages are not here. Sources: the collection of RomainVialard/ErrorHandler (Apache-2.0), and
 * threads of users for the English ones. Code words such as DEADLINE_EXCEEDED stay English in every language (reported).
 */
const known: readonly (readonly [ExceptionKind, RegExp])[] = [
  [
    "dailyQuota",
    // en, id, es, fr, pt, nl, pl, vi
    /too many times for one day|terlalu sering diminta di hari yang sama|demasiadas veces (en|para) un mismo día|Trop d'appels pour ce service aujourd'hui|muitas vezes no mesmo dia|te vaak aangeroepen voor één dag|zbyt wiele razy jednego dnia|quá nhiều lần trong một ngày/i,
  ],
  ["tooOften", /too many times in a short time|rate limit exceeded/i],
  ["bandwidth", /^Bandwidth quota exceeded/i],
  ["fetchTimeout", /^Timeout:/i],
  ["unreachable", /^(Address unavailable|DNS error)/i],
  [
    "protectedCell",
    // en, ja, es, fr, pt, ru, sr
    /protected cell|保護されているセル|celda o un objeto protegid|cellule ou un objet protégé|célula ou um objeto protegido|Эта область защищена|заштићену ћелију/i,
  ],
  ["validation", /data validation/i],
  ["typedColumn", /typed columns/i],
  ["cellLimit", /above the limit of 10,?000,?000 cells/i],
  [
    "storageFull",
    // en, id, es, fr
    /property storage quota|^(Argument too large|Argumen terlalu besar|Argumento demasiado grande|Argument trop grand ?):/i,
  ],
  ["lockTimeout", /^Lock timeout/i],
  // Before the server's faults: this code comes with "a server error occurred", and waiting does not help.
  ["permission", /\bPERMISSION_DENIED\b|do not have permission|Anda tidak memiliki izin untuk/i],
  [
    "gone",
    // en, pt, es, fr, et, vi
    /outside the dimensions|out of bounds|(range|sheet)\b.* not found|coordinates of the range|fora das dimensões|No se ha encontrado el intervalo|Intervalo não encontrado|Plage introuvable|Vahemikku ei leitud|nằm ngoài kích thước|Không tìm thấy dải ô/i,
  ],
  [
    "serverFault",
    // en, id, de, es, fr, it, nl, pt, ro, sv, hu, vi, ru
    /\b(DEADLINE_EXCEEDED|INTERNAL|UNAVAILABLE|ABORTED)\b|Service Spreadsheets|server error|timed out|kesalahan pada server|Serverfehler|error (en|del) (el )?serv(idor|er)|erreur (est survenue|s'est produite) sur le serveur|serverfout|erro do servidor|eroare de server|serverfel|szerverhiba|máy chủ đã gặp lỗi|ошибка сервера/i,
  ],
];

/**
 * Guesses what an exception is about. Null if the text is unknown, as it is in most languages. The guess may improve a
 * sentence or end a run early; whether an order was sent or a cell was written must never rest on it.
 *
 * @example exceptionHint("Argumen terlalu besar: value") // { kind: "storageFull", cell: null }
 */
export function exceptionHint(text: string): ExceptionHint | null {
  const found = known.find(([, pattern]) => pattern.test(text));
  if (found === undefined) return null;
  const namesCell = found[0] === "validation" || found[0] === "protectedCell";
  const cell = namesCell ? (/\b[A-Z]{1,3}[1-9][0-9]{0,6}\b/.exec(text)?.[0] ?? null) : null;
  return { kind: found[0], cell };
}
