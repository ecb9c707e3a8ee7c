import type { HeaderProblem } from "../../orders/columns";
import { headerOf, type PlainField } from "../../orders/field";
import type { ForeignCell } from "../../orders/rows/foreign-cells";
import { exampleRef } from "../../orders/rows/not-orders";
import type { SimilarHeader } from "../../orders/similar-headers";
import { cellName, columnLetter } from "../../text/a1";
import { quoted } from "../found-value";
import { type HeaderWords, headerProblemsWith } from "../header-problems";
import { listed, number } from "./amounts";

const words: HeaderWords = {
  lacks: (rowNumber, missing) =>
    `Baris ${rowNumber} belum punya kolom ${missing.join(", ")}. Tambahkan yang kurang.`,
  orAlso: (header, others) => `${header} (atau ${others})`,
  twice: (rowNumber, header, columns) =>
    `Baris ${rowNumber} punya ${header} di kolom ${listed(columns)}: ganti namanya, sisakan satu.`,
  similar: similarHeaderText,
  nothingSent: "Tidak ada yang dikirim.",
};

/** Everything that is wrong with a sheet's headers, in one message. */
export function headerProblemsText(
  problems: readonly HeaderProblem[],
  similar: readonly SimilarHeader[],
): string {
  return headerProblemsWith(words, problems, similar, 1);
}

/** A column that is not read, though it looks as if it were meant to be. */
export function similarHeaderText({ field, columnIndex, found }: SimilarHeader, headerRowNumber = 1): string {
  const column = `Kolom ${columnLetter(columnIndex)} (${quoted(found)})`;
  return `${column} tidak dibaca; jika maksudnya ${quoted(headerOf[field])}, beri nama itu di baris ${headerRowNumber}.`;
}

/** Why a sheet with a status column that is the user's own is refused. Empty when no cell is. */
export function userOwnedCellsText(foreign: readonly ForeignCell[]): string {
  const [first] = foreign;
  if (first === undefined) return "";
  const { field, rowNumber, columnIndex, found } = first;
  const more = foreign.length - 1;
  const others = more === 0 ? "" : `, dan ${number(more)} sel lain serupa`;
  return (
    `Kolom ${headerOf[field]} berisi nilai Anda sendiri: ${cellName(rowNumber, columnIndex)} berisi ${quoted(found)}${others}. ` +
    "Beri kolom Anda nama lain di baris 1, atau kosongkan sel-sel itu. Tidak ada yang dikirim atau ditulis."
  );
}

const templateNotes: Partial<Record<PlainField, string>> = {
  orderRef: `Nomor pesanan Anda sendiri. Baris dengan nomor yang sama menjadi satu pesanan. Baris bernama ${exampleRef} tidak pernah dikirim.`,
  firstName: "Nama depan pelanggan. Nama ini dipakai juga di alamat.",
  lastName: "Nama belakang pelanggan.",
  phone:
    "Dengan kode negara, misalnya +62 812-5550-0101. Kolom ini teks biasa, agar tanda + dan 0 tidak hilang.",
  email: "Alamat email pelanggan, jika ada.",
  variantId: "ID varian produk, seperti di bitbybit.",
  quantity: "Bilangan bulat, 1 atau lebih.",
  address1: "Nama jalan dan nomor rumah.",
  address2: "Lantai, blok, atau kelurahan, jika ada.",
  city: "Kota atau kabupaten alamat ini.",
  province: "Provinsi alamat ini.",
  country: "Dua huruf, misalnya ID, atau nama negaranya.",
  zip: "Kode pos. Kolom ini teks biasa, agar angka nol tidak hilang.",
  notes: "Catatan pesanan untuk disimpan bitbybit.",
  tags: "Tag pesanan, dipisahkan dengan koma.",
};

/** The note at a header of the template: what to put into the column. */
export function templateNote(field: PlainField, isNeeded: boolean): string {
  return `${templateNotes[field] ?? ""}${isNeeded ? " Wajib diisi." : ""}`.trim();
}
