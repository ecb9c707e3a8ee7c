import { durationIn, numberIn } from "./amounts";
import type { Words } from "./english";

const number = (amount: number) => numberIn("id", amount);
const duration = (seconds: number) => durationIn({ second: "dtk", minute: "mnt", hour: "jam" }, seconds);
/** Nouns have no plural: `1 pesanan`, `1.200 pesanan`. */
const orders = (amount: number) => `${number(amount)} pesanan`;
const rows = (amount: number) => `${number(amount)} baris`;

/**
 * Every word of the page in Indonesian, with the terms of Indonesian online shops. Statuses and headers of the sheet
 * stay English, since the add-on reads them.
 */
export const indonesian: Words = {
  title: "bitbybit Orders",
  tabsLabel: "Bagian",
  tabs: { run: "Proses", columns: "Kolom", problems: "Masalah", settings: "Pengaturan" },
  tabCount: (amount) => `${number(amount)} perlu diperbaiki`,
  number,
  duration,
  reading: "Membaca sheet…",
  refresh: "Muat ulang",
  testOrLive: { test: "UJI COBA", live: "ASLI" },
  apiKeyTail: (tail) => `Kunci API ${tail}`,

  welcome: {
    heading: "Pesanan dari sheet ini",
    text: "Pilih barisnya, periksa, lalu buat pesanan. Tidak ada yang dikirim sebelum Anda setuju.",
    keyHeading: "Simpan kunci API Anda dulu",
    keyText:
      "Tanpa kunci, pesanan bisa diperiksa tetapi tidak bisa dibuat. Kuncinya ada di bitbybit, menu Settings > Developer.",
    keyButton: "Buka Pengaturan",
    columnsHeading: "Beberapa kolom belum dikenali",
    columnsText: (missing) =>
      `${number(missing)} data wajib belum punya kolom. Pilih kolomnya sekali saja untuk sheet ini.`,
    columnsButton: "Pilih kolom",
  },

  steps: {
    select: "Pilih baris di sheet",
    check: "Periksa",
    checkHint: "Tidak ada yang dikirim.",
    create: "Buat pesanan",
    createCount: (amount, environment) =>
      `Buat ${orders(amount)}${environment === "live" ? " sungguhan" : ""}`,
    toCreate: (amount, inRows) =>
      `${amount === 0 ? "Tidak ada yang bisa dibuat" : orders(amount)} dari ${rows(inRows)}`,
    toCheck: (amount, inRows) =>
      `${amount === 0 ? "Tidak ada yang perlu diperiksa" : orders(amount)} dari ${rows(inRows)}`,
    none: "Belum ada pesanan untuk dibuat",
    leftOut: (parts) => `Tidak ikut: ${parts.join(", ")}.`,
    hiddenRows: (amount) => `${rows(amount)} disembunyikan filter`,
    emptyRows: (amount) => `${rows(amount)} kosong`,
    needsKey: "Untuk membuat pesanan perlu kunci API.",
  },

  preview: {
    button: "Pratinjau",
    heading: (order) => `Yang akan dikirim untuk ${order}`,
    notYet: (order) => `${order} belum bisa dikirim`,
    hasLeft: "Pesanan ini sudah, atau mungkin sudah, dikirim. Inilah isi selnya sekarang.",
    about: {
      customer: "Pelanggan",
      article: "Barang",
      address: "Alamat pengiriman",
      more: "Catatan dan tag",
    },
    forAllRows: "semua baris",
    reference: "Satu baris berisi referensi pesanan ditambahkan saat pesanan dikirim.",
    json: "Sebagai JSON",
  },

  /** Orders that a look-up, or sending again, had nothing to do with. */
  unchanged: "tidak diubah",
  outcomes: {
    created: "dibuat",
    valid: "siap dikirim",
    skipped: "sudah dibuat",
    unconfirmed: "belum pasti",
    rejected: "ditolak",
    invalid: "bermasalah",
    notSent: "tidak dikirim",
  },

  confirmation: {
    heading: {
      check: (amount) => `Periksa ${orders(amount)}?`,
      resolve: (amount) => `Cari ${orders(amount)} di bitbybit?`,
      sendAgain: (amount) => `Kirim ulang ${orders(amount)}?`,
    },
    yes: {
      create: "Ya, buat pesanan",
      check: "Ya, periksa",
      resolve: "Ya, cari",
      sendAgain: "Ya, kirim ulang",
    },
    yesLive: "Ya, buat pesanan sungguhan",
    cancel: "Batal",
    remarks: (amount) => `Cara sheet ini dibaca (${number(amount)})`,
    sendAgainRisk:
      "Cari dulu pesanan ini di bitbybit. Jika ternyata sudah ada, mengirim ulang akan membuatnya dua kali.",
    lookUps: (amount) =>
      `${orders(amount)} mungkin sudah ada. Pesanan itu dicari dulu, dan hanya dikirim jika pasti belum ada.`,
    labels: {
      units: "Jumlah barang",
      first: "Dari",
      last: "Sampai",
      only: "Pesanan",
      leftOut: "Tidak ikut",
      time: "Waktu",
      key: "Kunci",
    },
    about: (seconds) => `sekitar ${duration(seconds)}`,
  },

  progress: {
    heading: {
      create: "Membuat pesanan",
      check: "Memeriksa",
      resolve: "Mencari pesanan",
      sendAgain: "Mengirim ulang",
    },
    starting: "Memulai…",
    stopping: "Sedang dihentikan. Hasil pesanan yang sudah dikirim tetap dicatat.",
    created: (amount, total) => `${number(amount)} dari ${orders(total)} dibuat`,
    checked: (amount, total) => `${number(amount)} dari ${orders(total)} diperiksa`,
    lookedUp: (amount, total) => `${number(amount)} dari ${orders(total)} dicari`,
    timeLeft: (seconds) => `sekitar ${duration(seconds)} lagi`,
    longer: "sebentar lagi",
    stop: "Hentikan",
    stopAsked: "Menghentikan…",
    waits: {
      rateLimit: "Menunggu batas jumlah pesanan per menit dari bitbybit.",
      arrival: "Memberi waktu agar pesanan yang belum pasti sempat masuk. Setelah itu pesanan dicari.",
      otherRun: "Menunggu proses lain di spreadsheet ini.",
    },
    lookUp: (page, pages) =>
      pages === null
        ? `Mencari pesanan yang belum pasti di bitbybit: halaman ${number(page)}.`
        : `Mencari pesanan yang belum pasti di bitbybit: halaman ${number(page)} dari ${number(pages)}.`,
    retry: (seconds) => `Dicoba lagi dalam ${duration(seconds)}.`,
    elsewhere: "Proses ini berjalan di jendela lain, atau dimulai dari menu.",
    leftBehind:
      "Proses rekan Anda berhenti di tengah jalan. Lanjutkan untuk menyelesaikannya dengan kunci API Anda.",
    continue: "Lanjutkan",
    noAnswer: "Tidak ada jawaban",
    tryAgain: "Coba lagi",
  },

  result: {
    created: (amount, total) =>
      amount === total ? `${orders(total)} dibuat` : `${number(amount)} dari ${orders(total)} dibuat`,
    checked: (good, total) =>
      good === total ? `${orders(total)} siap dikirim` : `${number(good)} dari ${orders(total)} siap dikirim`,
    lookedUp: (amount, total) => `${number(amount)} dari ${orders(total)} ditemukan di bitbybit`,
    nothing: "Tidak ada yang dilakukan",
    hiddenRows: (amount) => `${rows(amount)} yang disembunyikan filter tidak ikut.`,
    showNotSent: (amount) => `Lihat ${orders(amount)} yang tidak dikirim`,
    showProblems: (amount) => `Lihat ${number(amount)} masalah`,
  },

  problems: {
    none: "Tidak ada masalah di sheet ini.",
    hint: "Klik satu baris untuk menuju selnya.",
    more: (amount) => `${rows(amount)} lagi tidak ditampilkan di sini.`,
    titleAndRows: (title, amount) => `${title}: ${rows(amount)}`,
    titles: {
      twice: "Dibuat dua kali di bitbybit",
      unconfirmed: "Belum pasti, mungkin sudah ada",
      held: "Perlu keputusan Anda",
      rejected: "Ditolak bitbybit",
      invalid: "Perlu diperbaiki di sheet",
      notSent: "Tidak dikirim",
      warning: "Sebaiknya dicek",
    },
    advice: {
      twice: "Batalkan salah satunya di bitbybit. Kedua nomor pesanan ada di pesannya.",
      unconfirmed: "Cari dulu di bitbybit. Tidak ada yang dikirim.",
      held: "Tiap baris menjelaskan apa yang tidak cocok dan cara memutuskannya.",
      rejected: "Perbaiki yang disebut bitbybit, lalu periksa lagi.",
      invalid: "",
      notSent: "Pesanan ini pasti belum dibuat.",
      warning: "Pesanan dengan isi ini dikirim apa adanya.",
    },
    checkThese: "Periksa lagi",
    lookUpThese: "Cari di bitbybit",
    createThese: "Buat pesanan ini",
    fixAll: (amount) => (amount === 1 ? "Perbaiki" : `Perbaiki semua (${number(amount)})`),
    undo: "Urungkan",
    emptyCell: "(kosong)",
    unsure: "Masih ragu?",
    unsureFound: "Pesanannya ada di bitbybit? Ketik ID-nya di kolom Order ID, lalu cari lagi di sini.",
    unsureAbsent: "Pasti tidak ada di sana? Kirim ulang:",
    sendAgain: "Tidak ada di bitbybit: kirim ulang",
    checking: "Memeriksa lagi baris-baris ini…",
    fixing: "Memperbaiki sel…",
    checked: (before, after) =>
      after === 0
        ? "Sudah diperiksa lagi. Semuanya beres."
        : `Sudah diperiksa lagi: ${number(after)} dari ${rows(before)} masih perlu Anda perbaiki.`,
  },

  columns: {
    platform: (name) => `Sheet ini tampaknya hasil ekspor ${name}.`,
    intro: "Kolom mana berisi apa? Ini cukup dijawab sekali untuk sheet ini.",
    headerRow: "Judul kolom ada di baris",
    missing: (names) => `Masih kurang: ${names.join(", ")}.`,
    complete: "Semua data wajib sudah punya kolom atau isi.",
    needed: "wajib",
    proposed: "usulan",
    none: "Tidak ada kolom",
    samples: (values) => `Misalnya ${values.join(" · ")}`,
    noSamples: "Kolom ini kosong.",
    defaultFor: (field) => `${field} untuk semua baris`,
    others: "Data lain",
    save: "Pakai kolom ini",
    twice: (column) => `Kolom ${column} dipilih lebih dari sekali.`,
  },

  settings: {
    apiKey: "Kunci API",
    savedKey: (masked, environment) =>
      `Tersimpan: ${masked}${environment === null ? "" : environment === "live" ? " (asli)" : " (uji coba)"}`,
    noKey: "Belum ada kunci yang disimpan.",
    userName: "Nama Anda",
    userNameHint: "Terlihat oleh rekan saat Anda menjalankan proses.",
    singleLastName: "Nama belakang jika namanya hanya satu",
    singleLastNameHint: "Jika kosong, nama itu dikirim untuk keduanya.",
    referencePlace: "Referensi pesanan ditulis di",
    placeNotes: "Catatan, di baris terakhir",
    placeTags: "Tag",
    language: "Bahasa",
    languageOfGoogle: "Ikuti Google",
    advanced: "Lanjutan",
    apiAddress: "Alamat API",
    defaultAddress: (address) => `Jika kosong: ${address}`,
    save: "Simpan",
    test: "Tes koneksi",
    forget: "Hapus kunci",
    forgetQuestion: (masked) => `Hapus kunci ${masked}? Anda memerlukannya lagi untuk membuat pesanan.`,
    forgetYes: "Ya, hapus",
    forgetNo: "Jangan hapus",
  },

  sayings: {
    nothingChanged: "Tidak ada yang diubah.",
    working: "Sebentar…",
  },

  failures: {
    accounts:
      "Google menolak: ada beberapa akun Google di browser ini. Buka sheet di jendela yang hanya memakai satu akun.",
    connection: "Tidak ada koneksi ke server. Catatan pesanan yang sudah dikirim tetap ada di sheet.",
    version: "Add-on diperbarui setelah sidebar ini dibuka. Tutup, lalu buka lagi dari menu bitbybit Orders.",
    time: "Langkah ini terlalu lama bagi Google. Hasil yang sudah dikirim dicatat saat proses dilanjutkan.",
    permission:
      "Add-on belum punya izin. Pilih item pertama di menu bitbybit Orders, lalu izinkan yang diminta Google.",
    busy: "Terlalu banyak skrip Google berjalan untuk Anda saat ini. Tunggu satu menit.",
    passing: "Google sedang mengalami gangguan sementara.",
    unknown: "Add-on tidak dapat melakukannya.",
  },
};
