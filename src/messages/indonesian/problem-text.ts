import type { Problem, UnresolvedArticle } from "../../orders/check/problem";
import type { Field } from "../../orders/field";
import { headerOf } from "../../orders/field";
import type { CheckedOrder } from "../../orders/order";
import type { AddOnText } from "../../orders/rows/add-on-text";
import { cellName } from "../../text/a1";
import { amountHint } from "../amount-hint";
import { quoted, shortened } from "../found-value";
import { rowMessagesWith } from "../row-messages";
import { listed, number } from "./amounts";

/** The most rows at fault that a faultless row of the same order names. */
const mostRowsNamed = 5;

/** The most articles of one cell that are named. */
const maxArticlesNamed = 3;

const typeAgain = "ubah format sel menjadi teks biasa, lalu ketik lagi";

/** A problem in words: which cell, what was found, what to do. */
export function problemText(problem: Problem): string {
  const { rowNumber, columnIndex, field } = problem;
  const place =
    columnIndex === null || field === null
      ? `Baris ${rowNumber}`
      : `${cellName(rowNumber, columnIndex)} ${headerOf[field]}`;
  return `${place}: ${whatAndRemedy(problem)}`;
}

/** The Message of each row of an order with problems; see `rowMessagesWith`. */
export function rowMessages(order: Pick<CheckedOrder, "rowNumbers" | "problems">): Map<number, string> {
  return rowMessagesWith(problemText, faultInOtherRows, order);
}

/** For a faultless row of an order with problems: where they are. */
function faultInOtherRows(rowNumbers: readonly number[]): string {
  const named = rowNumbers.slice(0, mostRowsNamed);
  const more = rowNumbers.length - named.length;
  const rows = listed(more > 0 ? [...named, `${number(more)} baris lain`] : named);
  return `Baris ini tidak bermasalah; perbaiki dulu baris ${rows} dari pesanan yang sama`;
}

/** What was found in a cell and what to do, without its place. */
export function whatAndRemedy(problem: Problem): string {
  const found = shortened(problem.found);
  const text = quoted(problem.found);
  switch (problem.kind) {
    case "missing":
      return problem.columnIndex === null && problem.field !== null
        ? `kolom ${headerOf[problem.field]} tidak ada; tambahkan, atau tulis tiap barang di barisnya sendiri`
        : `kosong; ketik ${wantedIn(problem.field)}`;
    case "noCustomer":
      return noCustomer(problem.field);
    case "email":
      return `${text} bukan alamat email; ketik seperti nama@contoh.com, atau kosongkan sel`;
    case "contradiction":
      return `${text} di sini, tetapi ${quoted(problem.otherFound)} di baris ${problem.otherRowNumber} dari pesanan yang sama; samakan isinya, atau bedakan Order ref-nya`;
    case "notWhole":
      return `${text} bukan bilangan bulat; ketik ${problem.suggestion ?? "bilangan bulat seperti 1"}`;
    case "belowOne":
      return `${text} kurang dari 1; ketik bilangan bulat seperti 1`;
    case "tooLarge":
      return `${text} terlalu besar; ketik bilangan bulat yang lebih kecil`;
    case "date":
      return `${found} adalah tanggal; ${typeAgain}`;
    case "boolean":
      return `${found} adalah kotak centang atau nilai benar/salah; ubah format sel menjadi teks biasa, lalu ketik isi yang dimaksud`;
    case "formulaError":
      return `${found} adalah error formula; perbaiki formulanya, atau ketik nilainya`;
    case "loading":
      return `${found} berarti formulanya belum selesai; tunggu hasilnya, lalu coba lagi`;
    case "ditto":
      return `${found} menunjuk ke baris di atasnya; ketik isinya sendiri, atau kosongkan sel`;
    case "damaged":
      return `${text} kehilangan sebagian hurufnya saat file dibuka; ketik lagi teksnya`;
    case "notLookedUp":
      return `${text} belum dicari, jadi Variant ID-nya tidak diketahui; pakai kunci API yang boleh membaca produk, atau isi Variant ID`;
    case "unknownArticle":
      return unresolvedText(problem.articles, "tidak ada di daftar produk bitbybit");
    case "ambiguousArticle":
      return unresolvedText(problem.articles, "cocok dengan lebih dari satu produk di bitbybit");
    case "unknownCustomer":
      return `tidak ada pelanggan dengan ${text} di bitbybit; ketik Customer ID, atau kosongkan sel dan isi nama pelanggan`;
    case "ambiguousCustomer":
      return `ada lebih dari satu pelanggan dengan ${text} di bitbybit; ketik Customer ID`;
    case "quantityOfList":
      return `${text} di sini, tetapi sel barang menyebut ${problem.sum} seluruhnya; samakan, atau kosongkan sel ini`;
    case "scientific":
      return `${found} adalah angka dalam notasi ilmiah; ${typeAgain} selengkapnya${probably(problem.cure)}`;
    case "formattedNumber":
      return `${found} adalah angka berformat; ${typeAgain}${probably(problem.cure)}`;
    case "tooManyDigits":
      return `${found} lebih panjang daripada yang disimpan sheet (15 angka); ${typeAgain} selengkapnya`;
    case "addOnText":
      return `${found} ${addOnTexts[problem.holds]}; ketik isi yang seharusnya`;
  }
}

function probably(cure: string | undefined): string {
  return cure === undefined ? "" : `, barangkali ${cure}`;
}

/** What may have been meant by articles that stand for no variant. */
function unresolvedText(articles: readonly UnresolvedArticle[], what: string): string {
  const names = articles.slice(0, maxArticlesNamed).map(({ code }) => quoted(code));
  const more = articles.length - maxArticlesNamed;
  const nearest = (articles[0]?.nearest ?? []).map(shortened);
  const hint =
    amountHint(articles[0], (meant, written) => `barangkali ${meant}, dengan jumlah seperti "${written}"`) ??
    (nearest.length === 0 ? "ketik SKU seperti di bitbybit" : `barangkali ${nearest.join(" atau ")}`);
  return `${listed(more > 0 ? [...names, `${number(more)} lainnya`] : names)} ${what}; ${hint}, atau isi Variant ID`;
}

const addOnTexts: Readonly<Record<AddOnText, string>> = {
  status: "adalah status yang ditulis add-on ini",
  sendKey: "berisi Send key dari add-on ini",
  time: "adalah waktu yang ditulis add-on ini",
};

function noCustomer(field: Field | null): string {
  switch (field) {
    case null:
      return "pelanggannya tidak ada; tambahkan kolom Customer ID, atau First name dan Last name, lalu isi";
    case "customerId":
      return "kosong, dan nama pelanggan juga tidak ada; ketik Customer ID, atau tambahkan kolom First name dan Last name";
    default:
      return `kosong; ketik ${wantedIn(field)}, atau Customer ID`;
  }
}

const wanted: Readonly<Partial<Record<Field, string>>> = {
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
};

function wantedIn(field: Field | null): string {
  if (field === null) return "isinya";
  return wanted[field] ?? wanted[field.replace(/\d+$/, "") as Field] ?? headerOf[field];
}
