/** The languages in which the runtime's exceptions can come; `made-up` is one that nothing knows. */
export const exceptionLanguages = ["en", "id", "de", "ja", "made-up"] as const;
export type ExceptionLanguage = (typeof exceptionLanguages)[number];

/** A text in one language; `{0}` and so on stand for what the English text names. */
interface Translation {
  readonly text: string;
  /**
   * `reported`: users of the platform have met this very text (the collection of RomainVialard/ErrorHandler, Apache-2.0).
   * `assumed`: Google says something of this sense, in words of its own; nothing may rest on these.
   */
  readonly known: "reported" | "assumed";
}

/** An exception of the platform as it reads in each language. */
export interface ExceptionText {
  readonly en: string;
  readonly id: Translation;
  readonly de: Translation;
  readonly ja: Translation;
}

const reported = (text: string): Translation => ({ text, known: "reported" });
const assumed = (text: string): Translation => ({ text, known: "assumed" });

/**
 * What the runtime's services say, by language. Google localizes exceptions ("usually localized into the user's language":
 * Apps Script API reference, ExecutionError); code words such as DEADLINE_EXCEEDED stay (reported). A text that stands
 * nowhere here comes in English, as some do on the platform (reported).
 */
export const exceptionTexts: readonly ExceptionText[] = [
  {
    en: "Service invoked too many times for one day: {0}.",
    id: reported("Layanan terlalu sering diminta di hari yang sama: {0}."),
    de: assumed("Der Dienst wurde an einem Tag zu oft aufgerufen: {0}."),
    ja: assumed("1 日のサービス呼び出し回数の上限を超えました: {0}。"),
  },
  {
    en: "Service invoked too many times in a short time: {0}. Try Utilities.sleep(1000) between calls.",
    id: assumed(
      "Layanan dipanggil terlalu sering dalam waktu singkat: {0}. Coba Utilities.sleep(1000) di antara panggilan.",
    ),
    de: assumed(
      "Der Dienst wurde in kurzer Zeit zu oft aufgerufen: {0}. Versuchen Sie Utilities.sleep(1000) zwischen den Aufrufen.",
    ),
    ja: assumed(
      "短時間にサービスが何度も呼び出されました: {0}。呼び出しの間に Utilities.sleep(1000) をお試しください。",
    ),
  },
  {
    en: "Address unavailable: {0}",
    id: assumed("Alamat tidak tersedia: {0}"),
    de: assumed("Adresse nicht verfügbar: {0}"),
    ja: assumed("使用できないアドレス: {0}"),
  },
  {
    en: "DNS error: {0}",
    id: assumed("Kesalahan DNS: {0}"),
    de: assumed("DNS-Fehler: {0}"),
    ja: assumed("DNS エラー: {0}"),
  },
  {
    en: "Timeout: {0}",
    id: assumed("Waktu habis: {0}"),
    de: assumed("Zeitüberschreitung: {0}"),
    ja: assumed("タイムアウト: {0}"),
  },
  {
    en: "Bandwidth quota exceeded: {0}. Try reducing the rate of data transfer.",
    id: assumed("Kuota bandwidth terlampaui: {0}. Coba kurangi laju transfer data."),
    de: assumed("Bandbreitenkontingent überschritten: {0}. Übertragen Sie weniger Daten auf einmal."),
    ja: assumed("帯域幅の割り当てを超えました: {0}。データの転送速度を下げてください。"),
  },
  {
    en: "Request failed for {0} returned code {1}. Truncated server response: {2} (use muteHttpExceptions option to examine full response)",
    id: assumed(
      "Permintaan gagal untuk {0} dengan kode {1}. Respons server terpotong: {2} (gunakan opsi muteHttpExceptions untuk memeriksa respons lengkap)",
    ),
    de: assumed(
      "Anfrage für {0} fehlgeschlagen, Code {1}. Gekürzte Serverantwort: {2} (die Option muteHttpExceptions zeigt die ganze Antwort)",
    ),
    ja: assumed(
      "{0} のリクエストに失敗しました（エラー: {1}）。サーバー応答の一部: {2}（応答の全文を見るには muteHttpExceptions オプションを使用してください）",
    ),
  },
  {
    en: "Exceeded maximum execution time",
    id: assumed("Waktu eksekusi maksimum terlampaui"),
    de: assumed("Maximale Ausführungszeit überschritten"),
    ja: assumed("起動時間の最大値を超えました"),
  },
  {
    en: "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
    id: assumed(
      "Anda mencoba mengedit sel atau objek yang dilindungi. Hubungi pemilik spreadsheet untuk menghapus perlindungan jika Anda perlu mengedit.",
    ),
    de: assumed(
      "Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten. Bitten Sie den Eigentümer der Tabelle, den Schutz aufzuheben.",
    ),
    ja: reported(
      "保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。",
    ),
  },
  {
    en: "The data you entered in cell {0} violates the data validation rules set on this cell.",
    id: assumed(
      "Data yang Anda masukkan di sel {0} melanggar aturan validasi data yang ditetapkan pada sel ini.",
    ),
    de: assumed(
      "Die in Zelle {0} eingegebenen Daten verstoßen gegen die Regeln der Datenvalidierung dieser Zelle.",
    ),
    ja: assumed("セル {0} に入力したデータは、このセルに設定されている入力規則に違反しています。"),
  },
  {
    en: "This operation is not allowed on cells in typed columns.",
    id: assumed("Operasi ini tidak diizinkan pada sel di kolom berjenis."),
    de: assumed("Dieser Vorgang ist für Zellen in typisierten Spalten nicht zulässig."),
    ja: assumed("この操作は、型が指定された列のセルには使用できません。"),
  },
  {
    en: "Service Spreadsheets timed out while accessing document with id {0}.",
    id: assumed("Waktu layanan Spreadsheet habis saat mengakses dokumen dengan id {0}."),
    de: assumed("Zeitüberschreitung des Dienstes Tabellen beim Zugriff auf das Dokument mit der ID {0}."),
    ja: assumed(
      "ID {0} のドキュメントへのアクセス中に、スプレッドシートのサービスがタイムアウトになりました。",
    ),
  },
  {
    en: "Service Spreadsheets failed while accessing document with id {0}.",
    id: assumed("Layanan Spreadsheet gagal saat mengakses dokumen dengan id {0}."),
    de: assumed("Der Dienst Tabellen ist beim Zugriff auf das Dokument mit der ID {0} fehlgeschlagen."),
    ja: assumed("ID {0} のドキュメントへのアクセス中に、スプレッドシートのサービスでエラーが発生しました。"),
  },
  {
    en: "The number of rows in the data does not match the number of rows in the range. The data has {0} but the range has {1}.",
    id: assumed(
      "Jumlah baris dalam data tidak cocok dengan jumlah baris dalam rentang. Data memiliki {0}, rentang {1}.",
    ),
    de: assumed("Die Zeilenzahl der Daten ({0}) stimmt nicht mit der Zeilenzahl des Bereichs ({1}) überein."),
    ja: assumed(
      "データの行数が範囲の行数と一致していません。データの行数は {0} ですが、範囲の行数は {1} です。",
    ),
  },
  {
    en: "Lock timeout: another process was holding the lock for too long.",
    id: assumed("Waktu tunggu kunci habis: proses lain menahan kunci terlalu lama."),
    de: assumed("Zeitüberschreitung der Sperre: Ein anderer Vorgang hielt sie zu lange."),
    ja: assumed("ロックのタイムアウト: 別の処理がロックを長時間保持していました。"),
  },
  {
    en: "We're sorry, a server error occurred while reading from storage. Error code {0}.",
    id: assumed("Maaf, terjadi kesalahan server saat membaca dari penyimpanan. Kode kesalahan {0}."),
    de: assumed("Beim Lesen aus dem Speicher ist ein Serverfehler aufgetreten. Fehlercode {0}."),
    ja: assumed("ストレージの読み取り中にサーバー エラーが発生しました。エラーコード: {0}。"),
  },
  {
    en: "We're sorry, a server error occurred. Please wait a bit and try again.",
    id: assumed("Maaf, terjadi kesalahan server. Harap tunggu sebentar dan coba lagi."),
    de: reported("Ein Serverfehler ist aufgetreten. Bitte versuchen Sie es später erneut."),
    ja: assumed("サーバー エラーが発生しました。しばらくしてからもう一度お試しください。"),
  },
  {
    en: "We're sorry, a server error occurred: {0}",
    id: reported("Maaf, terjadi kesalahan pada server: {0}"),
    de: assumed("Ein Serverfehler ist aufgetreten: {0}"),
    ja: assumed("サーバー エラーが発生しました: {0}"),
  },
  {
    en: "Argument too large: {0}",
    id: reported("Argumen terlalu besar: {0}"),
    de: assumed("Argument zu groß: {0}"),
    ja: assumed("引数が大きすぎます: {0}"),
  },
  {
    en: "You have exceeded the property storage quota. Please remove some properties and try again.",
    id: assumed("Anda telah melampaui kuota penyimpanan properti. Hapus beberapa properti, lalu coba lagi."),
    de: assumed("Das Speicherkontingent für Eigenschaften ist überschritten. Entfernen Sie einige davon."),
    ja: assumed(
      "プロパティの保存容量を超えました。プロパティをいくつか削除してから、もう一度お試しください。",
    ),
  },
  {
    en: "The coordinates of the range are outside the dimensions of the sheet.",
    id: assumed("Koordinat rentang berada di luar dimensi sheet."),
    de: assumed("Die Koordinaten des Bereichs liegen außerhalb der Abmessungen des Tabellenblatts."),
    ja: assumed("範囲の座標がシートのサイズを超えています。"),
  },
  {
    en: "Range not found",
    id: assumed("Rentang tidak ditemukan"),
    de: assumed("Bereich nicht gefunden"),
    ja: assumed("範囲が見つかりません"),
  },
  {
    en: "Sheet {0} not found",
    id: assumed("Sheet {0} tidak ditemukan"),
    de: assumed("Tabellenblatt {0} nicht gefunden"),
    ja: assumed("シート {0} が見つかりません"),
  },
  {
    en: "You do not have permission to call {0}. Required permissions: {1}",
    id: assumed("Anda tidak memiliki izin untuk memanggil {0}. Izin yang diperlukan: {1}"),
    de: assumed("Sie sind nicht berechtigt, {0} aufzurufen. Erforderliche Berechtigungen: {1}"),
    ja: assumed("{0} を呼び出す権限がありません。必要な権限: {1}"),
  },
  {
    en: "Authorization is required to perform that action.",
    id: assumed("Otorisasi diperlukan untuk melakukan tindakan tersebut."),
    de: assumed("Zum Ausführen dieser Aktion ist eine Autorisierung erforderlich."),
    ja: assumed("この操作を実行するには承認が必要です。"),
  },
  {
    en: "You do not have permission to call {0}.",
    id: assumed("Anda tidak memiliki izin untuk memanggil {0}."),
    de: assumed("Sie sind nicht berechtigt, {0} aufzurufen."),
    ja: assumed("{0} を呼び出す権限がありません。"),
  },
  {
    en: 'A sheet with the name "{0}" already exists. Please enter another name.',
    id: assumed('Sheet dengan nama "{0}" sudah ada. Masukkan nama lain.'),
    de: reported(
      'Es ist bereits ein Tabellenblatt mit dem Namen "{0}" vorhanden. Geben Sie einen anderen Namen ein.',
    ),
    ja: reported("シート名「{0}」はすでに存在しています。別の名前を入力してください。"),
  },
  {
    en: "Conditional format rule cannot reference a different sheet.",
    id: reported("Aturan format bersyarat tidak dapat merujuk ke sheet yang berbeda."),
    de: reported(
      "Die Regel für eine bedingte Formatierung darf sich nicht auf ein anderes Tabellenblatt beziehen.",
    ),
    ja: reported("条件付き書式ルールで別のシートを参照することはできません。"),
  },
  {
    en: "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    id: assumed("Tindakan ini akan menambah jumlah sel di buku kerja melebihi batas 10000000 sel."),
    de: assumed(
      "Durch diese Aktion würde die Anzahl der Zellen das Limit von 10000000 Zellen überschreiten.",
    ),
    ja: assumed("この操作を行うと、セル数が上限の 10000000 個を超えます。"),
  },
  {
    en: "Sorry, it is not possible to delete all non-frozen rows.",
    id: assumed("Maaf, semua baris yang tidak dibekukan tidak dapat dihapus."),
    de: assumed("Es können nicht alle nicht fixierten Zeilen gelöscht werden."),
    ja: assumed("固定されていない行をすべて削除することはできません。"),
  },
];
