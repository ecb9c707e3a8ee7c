import { exampleRef } from "../../orders/rows/not-orders";
import type { Words } from "../english/english";
import { listed, number } from "./amounts";

/** A sheet's headers, in Indonesian. */
export const headers: Words["headers"] = {
  lacks: (rowNumber, missing) =>
    `Baris ${rowNumber} belum punya kolom ${missing.join(", ")}. Tambahkan yang kurang.`,
  orAlso: (header, others) => `${header} (atau ${others})`,
  twice: (rowNumber, header, columns) =>
    `Baris ${rowNumber} punya ${header} di kolom ${listed(columns)}: ganti namanya, sisakan satu.`,
  similar: (column, found, header, rowNumber) =>
    `Kolom ${column} (${found}) tidak dibaca; jika maksudnya ${header}, beri nama itu di baris ${rowNumber}.`,
  nothingSent: "Tidak ada yang dikirim.",
  /** `more`: how many cells are like the first one. */
  userOwned: (header, cell, found, more) => {
    const others = more === 0 ? "" : `, dan ${number(more)} sel lain serupa`;
    return (
      `Kolom ${header} berisi nilai Anda sendiri: ${cell} berisi ${found}${others}. ` +
      "Beri kolom Anda nama lain di baris 1, atau kosongkan sel-sel itu. Tidak ada yang dikirim atau ditulis."
    );
  },
  /** What to put into a column of the template. */
  templateNotes: {
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
  },
  needed: " Wajib diisi.",
};
