import type { Words } from "../english/english";
import { quoted, shortened } from "../found-value";
import type { WarningSentences } from "../texts/finding-texts";

/** What may be wrong if a cell holds what another one should. */
export const inRightColumns = "apakah isi baris ini berada di kolom yang benar";

const warnings: WarningSentences = {
  phoneLength: (_, found) => `${found} tidak terdiri dari 7 sampai 15 angka; periksa nomor teleponnya`,
  phoneText: (warning, found) =>
    `${found} tidak hanya berisi nomor telepon; ketik ${warning.suggestion ?? "satu nomor"} saja`,
  phonePrefix: (warning, found) =>
    `${found} mungkin kehilangan tanda + atau angka 0; barangkali maksudnya ${warning.suggestion}`,
  zipDigits: (_, found) => `${found} tidak berisi angka; periksa kode posnya, dan ${inRightColumns}`,
  largeQuantity: (_, found) => `${found} adalah jumlah yang besar; mohon diperiksa`,
  placeholder: (_, found) =>
    `${found} dikirim apa adanya; jika artinya tidak ada isi, ketik isinya atau kosongkan sel`,
  masked: (_, found) =>
    `${found} disembunyikan sebagian oleh toko dan dikirim begitu; ketik lengkap jika bitbybit yang mengirim`,
  unitColumn: (warning, found) =>
    `satuannya ${found}, tetapi jumlah dikirim apa adanya; jika maksudnya ${warning.pieces} buah, isi jumlah buahnya`,
  cancelled: (_, found) => `menurut toko, pesanan ini ${found}; keluarkan baris ini jika tidak perlu dikirim`,
  idAddress: (_, found) => `${found} adalah alamat web; ketik ID-nya saja`,
  idList: (_, found) =>
    `${found} tampaknya berisi beberapa ID; tulis satu baris per ID, atau tulis seperti "ID x2; ID"`,
  idContact: (_, found) => `${found} bukan Customer ID, dan tidak dipakai untuk mencari pelanggan`,
  unlistedVariant: (warning, found) =>
    `${found} tidak ada di daftar produk bitbybit${nearestText(warning.nearest)}`,
  sameOrder: (warning) =>
    `pesanan di baris ${warning.otherRowNumber} punya penerima dan barang yang sama; pastikan keduanya memang diperlukan`,
  refMissing: (warning) =>
    `kosong, jadi baris ini menjadi pesanan sendiri; isi ${quoted(warning.otherFound)} seperti di baris ${warning.otherRowNumber} jika keduanya satu pesanan`,
  refCase: (warning, found) =>
    `${found} dan ${quoted(warning.otherFound)} di baris ${warning.otherRowNumber} hanya berbeda huruf besar-kecil; keduanya dianggap dua pesanan`,
  refZeros: (warning, found) =>
    `${found} dan ${quoted(warning.otherFound)} di baris ${warning.otherRowNumber} hanya berbeda angka nol; keduanya dianggap dua pesanan`,
  noLetter: (_, found) => `${found} tidak berisi huruf; periksa ${inRightColumns}`,
  zipLetters: (warning, found) => `${found} berisi huruf atau tanda; kode pos ${warning.country} hanya angka`,
  countryDigits: (_, found) => `${found} bukan negara; ketik dua hurufnya, misalnya ID, atau namanya`,
  zipLength: (warning, found) => {
    const meant = warning.suggestion === null ? "" : `; barangkali maksudnya ${warning.suggestion}`;
    return `panjang ${found} tidak seperti kode pos ${warning.country}${meant}`;
  },
};

/** What was seen in reading that stops no order, in Indonesian. */
export const findings: Words["findings"] = {
  /** What to look at, behind the name of a cell. */
  warnings,
  orderWaits: "Pesanan ini tidak dikirim sebelum selnya diperbaiki dan diperiksa lagi.",
  faultGone: "Baris ini sudah tidak bermasalah. Periksa lagi.",
  orderMayGo: "Pesanan ini bisa dikirim apa adanya.",
  singleName: (found, lastName) => `${found} hanya satu nama; ${lastName} dikirim sebagai nama belakang`,
  readAs: (why, text) => `${why}; dibaca sebagai ${text}`,
  /** What was put right. */
  fixes: {
    trimmed: "spasi di tepi teks diabaikan",
    invisible: "karakter yang tidak terlihat diabaikan",
    apostrophe: "tanda petik di depan diabaikan",
    textFormula: "tanda ='…' di sekitar teks diabaikan",
    digits: "angka dari aksara lain dibaca sebagai 0 sampai 9",
  },
  emptyRow: (rowNumber) => `Baris ${rowNumber} kosong.`,
  notOrder: (rowNumber, why) => `Baris ${rowNumber} bukan pesanan: ${why}.`,
  /** Why a row is no order. */
  notOrders: {
    total: "isinya jumlah total",
    repeatedHeader: "isinya mengulang atau menjelaskan judul kolom",
    example: "isinya contoh",
    note: "tidak ada barang maupun penerimanya",
  },
};

function nearestText(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : `; barangkali maksudnya ${nearest.map(shortened).join(" atau ")}`;
}
