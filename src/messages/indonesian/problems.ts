import type { AddOnText } from "../../orders/rows/add-on-text";
import type { Words } from "../english/english";
import { quoted } from "../found-value";
import type { ProblemSentences } from "../texts/problem-texts";
import { listed, number } from "./amounts";
import { inRightColumns } from "./findings";

const typeAgain = "ubah format sel menjadi teks biasa, lalu ketik lagi";

const addOnTexts: Readonly<Record<AddOnText, string>> = {
  status: "adalah status yang ditulis add-on ini",
  sendKey: "berisi Send key dari add-on ini",
  time: "adalah waktu yang ditulis add-on ini",
};

const kinds: ProblemSentences = {
  email: (_, { text }) => `${text} bukan alamat email; ketik seperti nama@contoh.com, atau kosongkan sel`,
  zipDigits: (_, { text }) => `${text} tidak berisi angka; ketik kode posnya, dan periksa ${inRightColumns}`,
  contradiction: (problem, { text }) =>
    `${text} di sini, tetapi ${quoted(problem.otherFound)} di baris ${problem.otherRowNumber} dari pesanan yang sama; samakan isinya, atau bedakan Order ref-nya`,
  notWhole: (problem, { text }) =>
    `${text} bukan bilangan bulat; ketik ${problem.suggestion ?? "bilangan bulat seperti 1"}`,
  belowOne: (_, { text }) => `${text} kurang dari 1; ketik bilangan bulat seperti 1`,
  tooLarge: (_, { text }) => `${text} terlalu besar; ketik bilangan bulat yang lebih kecil`,
  date: (_, { found }) => `${found} adalah tanggal; ${typeAgain}`,
  boolean: (_, { found }) =>
    `${found} adalah kotak centang atau nilai benar/salah; ubah format sel menjadi teks biasa, lalu ketik isi yang dimaksud`,
  formulaError: (_, { found }) => `${found} adalah error formula; perbaiki formulanya, atau ketik nilainya`,
  loading: (_, { found }) => `${found} berarti formulanya belum selesai; tunggu hasilnya, lalu coba lagi`,
  ditto: (_, { found }) => `${found} menunjuk ke baris di atasnya; ketik isinya sendiri, atau kosongkan sel`,
  damaged: (_, { text }) => `${text} kehilangan sebagian hurufnya saat file dibuka; ketik lagi teksnya`,
  notLookedUp: (_, { text }) =>
    `${text} belum dicari, jadi Variant ID-nya tidak diketahui; pakai kunci API yang boleh membaca produk, atau isi Variant ID`,
  unknownCustomer: (_, { text }) =>
    `tidak ada pelanggan dengan ${text} di bitbybit; ketik Customer ID, atau kosongkan sel dan isi nama pelanggan`,
  ambiguousCustomer: (_, { text }) =>
    `ada lebih dari satu pelanggan dengan ${text} di bitbybit; ketik Customer ID`,
  quantityOfList: (problem, { text }) =>
    `${text} di sini, tetapi sel barang menyebut ${problem.sum} seluruhnya; samakan, atau kosongkan sel ini`,
  scientific: (problem, { found }) =>
    `${found} adalah angka dalam notasi ilmiah; ${typeAgain} selengkapnya${probably(problem.cure)}`,
  formattedNumber: (problem, { found }) =>
    `${found} adalah angka berformat; ${typeAgain}${probably(problem.cure)}`,
  tooManyDigits: (_, { found }) =>
    `${found} lebih panjang daripada yang disimpan sheet (15 angka); ${typeAgain} selengkapnya`,
  addOnText: (problem, { found }) => `${found} ${addOnTexts[problem.holds]}; ketik isi yang seharusnya`,
};

/** What is wrong with cells, in Indonesian. */
export const problems: Words["problems"] = {
  /** What was found, and what to do. */
  kinds,
  missingColumn: (header) =>
    `kolom ${header} tidak ada; tambahkan, atau tulis tiap barang di barisnya sendiri`,
  missing: (wanted) => `kosong; ketik ${wanted}`,
  noCustomer: "pelanggannya tidak ada; tambahkan kolom Customer ID, atau First name dan Last name, lalu isi",
  noCustomerId:
    "kosong, dan nama pelanggan juga tidak ada; ketik Customer ID, atau tambahkan kolom First name dan Last name",
  noCustomerField: (wanted) => `kosong; ketik ${wanted}, atau Customer ID`,
  articles: (names, more) => listed(more > 0 ? [...names, `${number(more)} lainnya`] : names),
  unknownArticle: () => "tidak ada di daftar produk bitbybit",
  ambiguousArticle: () => "cocok dengan lebih dari satu produk di bitbybit",
  unresolved: (articles, what, hint) => `${articles} ${what}; ${hint}, atau isi Variant ID`,
  hintNearest: (nearest) => `barangkali ${nearest.join(" atau ")}`,
  moreRows: (rows) => `${number(rows)} baris lain`,
  itself: "isinya",
  wantedAs: (header) => header,
  hintAmount: (meant, written) => `barangkali ${meant}, dengan jumlah seperti "${written}"`,
  hintSku: "ketik SKU seperti di bitbybit",
  /** `rows`: those at fault, `count` in all. */
  faultElsewhere: (rows) => `Baris ini tidak bermasalah; perbaiki dulu baris ${rows} dari pesanan yang sama`,
  /** What a field is to hold. */
  wanted: {
    orderRef: "nomor pesanan dari baris ini",
    firstName: "nama depan",
    lastName: "nama belakang",
    fullName: "nama lengkap",
    email: "alamat email",
    variantId: "ID varian produk",
    sku: "SKU barang",
    product: "nama produk",
    quantity: "bilangan bulat seperti 1",
    phone: "nomor telepon",
    shipPhone: "nomor telepon",
    shipFirstName: "nama depan penerima",
    shipLastName: "nama belakang penerima",
    address1: "nama jalan dan nomor rumah",
    city: "kota",
    province: "provinsi",
    country: "negara",
    zip: "kode pos",
  },
};

function probably(cure: string | undefined): string {
  return cure === undefined ? "" : `, barangkali ${cure}`;
}
