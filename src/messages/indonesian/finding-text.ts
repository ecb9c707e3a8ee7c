import type { Fixed, Warning, WarningDetail } from "../../orders/check/finding";
import type { ProblemPlace } from "../../orders/check/problem";
import { headerOf } from "../../orders/field";
import type { CellMark } from "../../orders/marks";
import type { NotOrderReason } from "../../orders/rows/not-orders";
import type { FixKind } from "../../orders/values/clean-text";
import { cellName } from "../../text/a1";
import { quoted, shortened } from "../found-value";
import { whatAndRemedy } from "./problem-text";

/** A warning in words: which cell, what was found, what to look at. */
export function warningText(warning: Warning): string {
  return `${placeText(warning)}: ${whatToLookAt(warning, quoted(warning.found))}`;
}

/** What was put right in reading, in words. */
export function fixedText(fixed: Fixed): string {
  const { kind, text } = fixed;
  return kind === "singleName"
    ? `${placeText(fixed)}: ${quoted(fixed.found)} hanya satu nama; ${quoted(text)} dikirim sebagai nama belakang`
    : `${placeText(fixed)}: ${fixTexts[kind]}; dibaca sebagai ${quoted(text)}`;
}

function placeText({ rowNumber, columnIndex, field }: ProblemPlace): string {
  if (columnIndex === null) return `Baris ${rowNumber}`;
  const cell = cellName(rowNumber, columnIndex);
  return field === null ? cell : `${cell} ${headerOf[field]}`;
}

/** What the note at a marked cell says: what is wrong, what it means for the order, what to do. */
export function noteText({ problems, warnings }: CellMark): string {
  return [
    ...problems.map(whatAndRemedy),
    ...warnings.map((warning) => whatToLookAt(warning, quoted(warning.found))),
    problems.length > 0
      ? "Pesanan ini tidak dikirim sebelum selnya diperbaiki dan diperiksa lagi."
      : "Pesanan ini bisa dikirim apa adanya.",
  ].join("\n");
}

/** Why a row is no order; `reason` is null for an empty row. */
export function notOrderText(rowNumber: number, reason: NotOrderReason | null): string {
  if (reason === null) return `Baris ${rowNumber} kosong.`;
  return `Baris ${rowNumber} bukan pesanan: ${notOrderTexts[reason]}.`;
}

function whatToLookAt(warning: WarningDetail, found: string): string {
  switch (warning.kind) {
    case "phoneLength":
      return `${found} tidak terdiri dari 7 sampai 15 angka; periksa nomor teleponnya`;
    case "phoneText":
      return `${found} tidak hanya berisi nomor telepon; ketik ${warning.suggestion ?? "satu nomor"} saja`;
    case "phonePrefix":
      return `${found} mungkin kehilangan tanda + atau angka 0; barangkali maksudnya ${warning.suggestion}`;
    case "zipDigits":
      return `${found} tidak berisi angka; periksa kode posnya, dan apakah isi baris ini berada di kolom yang benar`;
    case "zipLength": {
      const meant = warning.suggestion === null ? "" : `; barangkali maksudnya ${warning.suggestion}`;
      return `panjang ${found} tidak seperti kode pos ${warning.country}${meant}`;
    }
    case "largeQuantity":
      return `${found} adalah jumlah yang besar; mohon diperiksa`;
    case "placeholder":
      return `${found} dikirim apa adanya; jika artinya tidak ada isi, ketik isinya atau kosongkan sel`;
    case "masked":
      return `${found} disembunyikan sebagian oleh toko dan dikirim begitu; ketik lengkap jika bitbybit yang mengirim`;
    case "cancelled":
      return `menurut toko, pesanan ini ${found}; keluarkan baris ini jika tidak perlu dikirim`;
    case "idAddress":
      return `${found} adalah alamat web; ketik ID-nya saja`;
    case "idList":
      return `${found} tampaknya berisi beberapa ID; tulis satu baris per ID, atau tulis seperti "ID x2; ID"`;
    case "idContact":
      return `${found} bukan Customer ID, dan tidak dipakai untuk mencari pelanggan`;
    case "unlistedVariant":
      return `${found} tidak ada di daftar produk bitbybit${nearestText(warning.nearest)}`;
    case "sameOrder":
      return `pesanan di baris ${warning.otherRowNumber} punya penerima dan barang yang sama; pastikan keduanya memang diperlukan`;
    case "refCase":
      return `${found} dan ${quoted(warning.otherFound)} di baris ${warning.otherRowNumber} hanya berbeda huruf besar-kecil; keduanya dianggap dua pesanan`;
    case "refZeros":
      return `${found} dan ${quoted(warning.otherFound)} di baris ${warning.otherRowNumber} hanya berbeda angka nol; keduanya dianggap dua pesanan`;
  }
}

function nearestText(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : `; barangkali maksudnya ${nearest.map(shortened).join(" atau ")}`;
}

const fixTexts: Readonly<Record<FixKind, string>> = {
  trimmed: "spasi di tepi teks diabaikan",
  invisible: "karakter yang tidak terlihat diabaikan",
  apostrophe: "tanda petik di depan diabaikan",
  textFormula: "tanda ='…' di sekitar teks diabaikan",
  digits: "angka dari aksara lain dibaca sebagai 0 sampai 9",
};

const notOrderTexts: Readonly<Record<NotOrderReason, string>> = {
  total: "isinya jumlah total",
  repeatedHeader: "isinya mengulang atau menjelaskan judul kolom",
  example: "isinya contoh",
  note: "tidak ada barang maupun penerimanya",
};
