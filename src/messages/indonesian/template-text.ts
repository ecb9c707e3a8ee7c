import type { PlainField } from "../../orders/field";
import { exampleRef } from "../../orders/rows/not-orders";

const notes: Partial<Record<PlainField, string>> = {
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
  return `${notes[field] ?? ""}${isNeeded ? " Wajib diisi." : ""}`.trim();
}
