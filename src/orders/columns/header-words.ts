import { withoutInvisible } from "../values/invisible";
import { withoutRemarks } from "./header-form";

/** Words that headers use for the same thing, a line each; the first one stands for all of them. */
const lines = `no nomor nomer nr num number nos
hp handphone phone telp tlp telepon telpon tel telephone wa whatsapp mobile cell cellphone ponsel
kode kd code cod
barang brg item items produk prod product products artikel article
alamat alm almt addr address
jumlah jml jlh qty qnty quantity kuantitas banyaknya
pelanggan plg customer cust konsumen client buyer pembeli pemesan
penerima recipient receiver consignee
nama nm name
lengkap full
kota city
kabupaten kab
provinsi propinsi prov province
pos post postal zip
catatan cat keterangan ket note notes remark remarks comment comments
kecamatan kec
kelurahan kel
order pesanan orderan ordered dipesan
daftar list rincian detail details
kirim pengiriman tujuan shipping delivery ship
surel mail`;

/** Words that change nothing about what a column holds. "And" is none of them: the column holds two things. */
const fillers: ReadonlySet<string> = new Set(
  "aktif active atau or the of to di yang yg your anda diisi isi".split(" "),
);

const leaders: ReadonlyMap<string, string> = new Map(
  lines.split("\n").flatMap((line) => {
    const words = line.split(" ");
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

/** A longer header is a sentence. */
const maxWords = 6;

const wordOrNumber = /\p{L}+|\p{N}+/gu;

/**
 * A header by its words, in any order and whatever a team calls them: `Kd. Brg`, `Kode Barang` and `item_code` are one; so are
 * `No HP/WA Pemesan` and `Customer phone no`. "" for a text of more than six words, and of one: that may mean too much.
 */
export function headerWords(header: string): string {
  const text = withoutRemarks(withoutInvisible(header))
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  const words = text.match(wordOrNumber) ?? [];
  if (words.length > maxWords) return "";
  const meant = words.filter((word) => !fillers.has(word)).map((word) => leaders.get(word) ?? word);
  return meant.length < 2 ? "" : [...new Set(meant)].sort().join(" ");
}
