import type { AddressFault } from "../../../src/bitbybit/api-address";
import type { ApiKeyFault } from "../../../src/bitbybit/api-key";
import type { CommandWords } from "./english";

const where = "pakai https://api.bitbybit.studio/… atau http://127.0.0.1:PORT/…";
const copyAgain = "salin lagi dari Settings > Developer";

const addressFaults: Readonly<Record<AddressFault, string>> = {
  shape: "bukan alamat web",
  credentials: "berisi nama pengguna atau kata sandi",
  scheme: "tidak terenkripsi",
  host: "bukan di komputer ini dan bukan milik bitbybit",
  port: "memakai port lain dari milik bitbybit",
  query: "masih berlanjut setelah path-nya",
};

const keyFaults: Readonly<Record<ApiKeyFault, string>> = {
  empty: "--api memerlukan kunci API; isi BITBYBIT_API_KEY di environment, atau tulis --key",
  space: `Kunci API berisi spasi atau ganti baris; ${copyAgain}`,
  shape: `Kunci API ini bukan milik bitbybit, yang diawali bbb_test_ atau bbb_live_; ${copyAgain}`,
  tooLong: `Kunci API ini terlalu panjang untuk kunci bitbybit; ${copyAgain}`,
};

/** What only a command says, in Indonesian. */
export const indonesian: CommandWords = {
  help: {
    intro:
      "Membuka sheet pesanan .csv atau .xlsx (jika tidak disebut: examples/orders.csv), mengeklik item menu add-on pada baris\n" +
      "yang dipilih, lalu menyimpan sheet itu di samping filenya.",
    exitCodes:
      "Berakhir dengan 0 jika semua pesanan selesai, 1 jika ada yang belum, 2 jika perintah atau filenya tidak bisa dipakai.",
    help: "teks ini",
    select: "baris dari rentang ini, misalnya A2:D9, 5:9, A:C, B3 (jika tidak disebut: semua baris)",
    do: (actions) => `${actions} (jika tidak disebut: create)`,
    sheet: "sheet dari sebuah workbook (jika tidak disebut: yang terbuka bersama filenya)",
    headerRow: "baris judul kolom (jika tidak disebut: yang sudah disetujui, atau dicari)",
    map: "baca sebuah data dari kolom dengan judul atau huruf ini; boleh berkali-kali",
    default: "satu isi untuk semua baris, bagi data yang tidak punya kolom; boleh berkali-kali",
    acceptColumns: "baca kolom sesuai usulan; tanpa ini usulannya hanya ditampilkan",
    encoding: "dari sebuah csv, misalnya windows-1252 (jika tidak disebut: UTF-8 atau UTF-16, dicari)",
    language: (languages) => `bahasa add-on dan perintah ini: ${languages} (jika tidak disebut: en)`,
    or: " atau ",
    api: "API yang dihubungi (jika tidak disebut: tiruan di komputer ini, khusus untuk perintah ini)",
    key: "kunci API untuk itu; lebih baik di environment, sebagai BITBYBIT_API_KEY",
    out: "tempat menyimpan (jika tidak disebut: NAMA.result.EXT di samping filenya)",
    json: "cetak satu objek JSON saja (dengan npm start --silent)",
    yes: "jangan bertanya sebelum pesanan sungguhan dibuat",
    force: "ambil alih hasil yang belum selesai dari perintah di komputer lain",
    wrong: ({ kind, option }, message) => {
      const what = {
        unknownOption: `Opsi '${option}' tidak dikenal`,
        missingValue: `Opsi '${option}' belum diberi isi`,
        other: message,
      };
      return `${what[kind]}; lihat npm start -- --help --language id`;
    },
  },
  options: {
    oneFile: (files) => `Satu file saja, bukan ${files}`,
    emptyName: "Nama filenya kosong; sebutkan file .csv atau .xlsx",
    notAFile: (file, types) => `${file} bukan file ${types.join(" atau ")}; simpan sheet dalam salah satunya`,
    outEmpty: "--out kosong; sebutkan file tempat menyimpan",
    outType: (out, extension) => `--out ${out} harus berakhiran ${extension}, seperti file yang dibaca`,
    outIsInput: (out) => `--out ${out} adalah file yang dibaca; sebutkan file lain`,
    isInput: (output) => `${output} adalah file yang dibaca; sebutkan file lain dengan --out`,
    outIsNoFile: (output) => `${output} bukan file; sebutkan nama lain dengan --out`,
    sheetOfCsv: (name) => `--sheet ${name} hanya untuk workbook; csv berisi satu sheet`,
    headerRow: (text) => `--header-row ${text} bukan nomor baris, misalnya 3`,
    encoding: (name) => `--encoding ${name} hanya untuk file csv; workbook menyebut encoding-nya sendiri`,
    range: (text) => `--select ${text} bukan rentang; tulis A2:D9, 5:9, A:C, atau B3`,
    noneOf: (option, text, known) => `${option} ${text} bukan salah satu dari ${known.join(", ")}`,
    address: (text, fault) => `--api ${text} ${addressFaults[fault]}; ${where}`,
    key: (fault) => keyFaults[fault],
    unusedKey: "--key tidak dipakai tanpa --api: stand-in dijalankan dengan kuncinya sendiri.",
    liveKey: "Kunci API ini live, jadi pesanannya nyata; tambahkan --yes untuk lanjut tanpa ditanya",
    folder: (folder) => `Tidak bisa menyimpan di ${folder}; sebutkan file di folder lain dengan --out`,
    replaced: (result, input) =>
      `${result} dari perintah sebelumnya diganti; untuk melanjutkan yang itu, sebutkan file tersebut, bukan ${input}.`,
  },
  columns: {
    titles: ["Kolom isian", "Kolom", "Judul", "Contoh", "Dibaca karena"],
    readBy: {
      name: "namanya",
      saved: "sudah disetujui",
      proposal: "usulan",
      map: "--map",
      default: "--default",
    },
    howToGoOn:
      'Tidak ada yang dikirim atau disimpan. Terima ini dengan --accept-columns, atau ubah dengan --map "Field=Judul", ' +
      '--default "Field=Nilai", atau --header-row N.',
    howToComplete:
      'Tidak ada yang dikirim atau disimpan. Tambahkan --map "Field=Judul" (atau "Field=C" untuk kolom C) atau --default "Field=Nilai" ' +
      "untuk yang masih kurang, dan --accept-columns untuk menerima sisanya.",
    noHeaders: (row) => `Baris ${row} tidak berisi judul kolom; sebutkan baris judul dengan --header-row`,
    furtherDown: "Jika judul kolom ada di baris yang lebih bawah, tambahkan --header-row N.",
    looksLike: (platform) => `Ini tampaknya file ekspor ${platform}.`,
    headersIn: (row) => `Judul kolom ada di baris ${row}.`,
    anyOf: (names) => names.join(" atau "),
    missing: (groups) => `Masih kurang: ${groups.join("; ")}.`,
    notRead: (columns) => `Tidak dibaca: ${columns.join(", ")}`,
    twice: (option, label) => `${option} menyebut "${label}" dua kali; cukup sekali`,
    defaultForm: "tidak berbentuk Field=Nilai; tulis misalnya Zip=40115",
    defaultField: (able) => `tidak menyebut field yang boleh diisi; yang boleh: ${able.join(", ")}`,
    defaultUnused: (label, column) => `tidak dipakai: ${label} dibaca dari kolom ${column}`,
    defaultQuantity: "bukan bilangan bulat mulai dari 1",
  },
  runs: {
    whichSheet: (name) => `Sheet "${name}" adalah yang terbuka bersama file ini. `,
    leftBehind: (remaining) =>
      `proses sebelumnya terputus${remaining === 0 ? "" : ` dan menyisakan ${remaining} pesanan`}. Proses itu dilanjutkan dulu, apa pun yang dipilih.`,
    finishedThenCalledOff: "Proses yang terputus sudah selesai; pilihan ini dibatalkan.",
    finished: "Proses yang terputus sudah selesai.",
    finishedAs: (summary) => `Proses yang terputus sudah selesai: ${summary}`,
    calledOff: "Dibatalkan: tidak ada yang dikirim atau disimpan.",
    stopping: "Berhenti setelah jawaban yang ditunggu tiba; tekan Ctrl-C lagi untuk berhenti seketika.",
    secondsLeft: (seconds) => `${seconds} dtk lagi`,
    goOn: "Lanjutkan? (ya/tidak)",
    unexpected: (what) => `Perintah ini terputus oleh sesuatu yang tidak terduga: ${what}`,
  },
  report: {
    row: "Baris",
    more: (rows) => `… dan ${rows} baris lagi`,
    savedAs: (output) => `Disimpan sebagai ${output}`,
  },
};
