// Makes examples/orders.csv and examples/orders.xlsx anew: run `node scripts/make-examples.mjs` after changing anything here.
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Workbook } from "@cj-tech-master/excelts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../examples");

const headers = [
  ...["Order ref", "First name", "Last name", "Phone", "Email", "Variant ID", "Quantity"],
  ...["Address 1", "Address 2", "City", "Province", "Country", "Zip", "Notes", "Tags"],
];

/** Made-up people at made-up addresses. R-1003 has three rows; R-1008 has a quantity that is no number. */
const orders = [
  [
    "R-1001",
    "Siti",
    "Rahmawati",
    "+62 812-5550-0101",
    "siti.rahmawati@example.com",
    "var_0102",
    2,
    "Jl. Melati No. 12",
    "",
    "Bandung",
    "Jawa Barat",
    "ID",
    "40115",
    "",
    "reseller",
  ],
  [
    "R-1002",
    "Budi",
    "Santoso",
    "+62 813-5550-0102",
    "budi.santoso@example.com",
    "var_0501",
    6,
    "Jl. Diponegoro No. 7",
    "Blok C2",
    "Semarang",
    "Jawa Tengah",
    "ID",
    "50241",
    "Gift wrap, please",
    "gift",
  ],
  [
    "R-1003",
    "Dewi",
    "Lestari",
    "+62 811-5550-0103",
    "dewi.lestari@example.com",
    "var_0203",
    1,
    "Jl. Kenanga No. 3",
    "",
    "Yogyakarta",
    "DI Yogyakarta",
    "ID",
    "55281",
    "",
    "reseller, batik",
  ],
  [
    "R-1003",
    "Dewi",
    "Lestari",
    "+62 811-5550-0103",
    "dewi.lestari@example.com",
    "var_0302",
    2,
    "Jl. Kenanga No. 3",
    "",
    "Yogyakarta",
    "DI Yogyakarta",
    "ID",
    "55281",
    "",
    "",
  ],
  ["R-1003", "", "", "", "", "var_0401", 4, "", "", "", "", "", "", "", ""],
  [
    "R-1004",
    "I Made",
    "Wirawan",
    "+62 819-5550-0104",
    "",
    "var_0701",
    3,
    "Jl. Raya Ubud No. 88",
    "",
    "Gianyar",
    "Bali",
    "ID",
    "80571",
    "Call before delivery",
    "",
  ],
  [
    "R-1005",
    "Nur",
    "Aisyah",
    "+62 852-5550-0105",
    "nur.aisyah@example.com",
    "var_0802",
    10,
    "Jl. Pettarani No. 41",
    "Lantai 2",
    "Makassar",
    "Sulawesi Selatan",
    "ID",
    "90222",
    "",
    "wholesale",
  ],
  [
    "R-1006",
    "Rizky",
    "Pratama",
    "+62 857-5550-0106",
    "rizky.pratama@example.com",
    "var_0903",
    1,
    "Jl. Sudirman Kav. 25",
    "Tower B, 14F",
    "Jakarta Selatan",
    "DKI Jakarta",
    "ID",
    "12920",
    "",
    "",
  ],
  [
    "R-1007",
    "Maria",
    "Simanjuntak",
    "+62 821-5550-0107",
    "maria.s@example.com",
    "var_1001",
    2,
    "Jl. Gatot Subroto No. 19",
    "",
    "Medan",
    "Sumatera Utara",
    "ID",
    "20112",
    "",
    "gift",
  ],
  [
    "R-1008",
    "Agus",
    "Setiawan",
    "+62 878-5550-0108",
    "agus.setiawan@example.com",
    "var_1102",
    "two",
    "Jl. Pahlawan No. 5",
    "",
    "Surabaya",
    "Jawa Timur",
    "ID",
    "60174",
    "",
    "",
  ],
  [
    "R-1009",
    "Yohana",
    "Tebai",
    "+62 822-5550-0109",
    "",
    "var_1203",
    1,
    "Jl. Percetakan No. 30",
    "",
    "Jayapura",
    "Papua",
    "ID",
    "99111",
    "",
    "",
  ],
  [
    "R-1010",
    "Fajar",
    "Nugroho",
    "+62 856-5550-0110",
    "fajar.nugroho@example.com",
    "var_0601",
    5,
    "Jl. Ahmad Yani No. 101",
    "",
    "Banda Aceh",
    "Aceh",
    "ID",
    "23122",
    "Leave with the neighbour",
    "reseller",
  ],
];

function csvField(value) {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csv = [headers, ...orders].map((row) => row.map(csvField).join(",")).join("\n");
await writeFile(join(folder, "orders.csv"), `${csv}\n`);

// The workbook: the same orders as a shop would keep them, typed, with its own columns, colours and notes.
const workbook = new Workbook();
workbook.creator = "bitbybit Orders";
workbook.created = workbook.modified = new Date(Date.UTC(2026, 0, 5));
const sheet = workbook.addWorksheet("Orders", { views: [{ state: "frozen", ySplit: 1 }] });
const packedAt = headers.indexOf("Address 1");
const withPacked = (row, packed) => [...row.slice(0, packedAt), packed, ...row.slice(packedAt)];
sheet.addRow(withPacked(headers, "Packed on"));
orders.forEach((order, index) => {
  const typed = order.map((value, column) =>
    headers[column] === "Zip" && value !== "" ? Number(value) : value,
  );
  const filled = typed.map((value) => (value === "" ? null : value));
  sheet.addRow(withPacked(filled, new Date(Date.UTC(2026, 0, 2 + (index % 4)))));
});
const solid = (argb) => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
sheet.getRow(1).eachCell((cell) => {
  cell.font = { bold: true, color: { argb: "FF1F3864" } };
  cell.fill = solid("FFDDEBF7");
});
sheet.columns.forEach((column, index) => {
  column.width = [10, 11, 14, 19, 28, 11, 9, 12, 24, 14, 16, 18, 9, 8, 24, 16][index];
});
sheet.getColumn(packedAt + 1).numFmt = "dd mmm yyyy";
sheet.getColumn(withPacked(headers, "").indexOf("Zip") + 1).numFmt = "00000";
sheet.getCell("A4").note = "One parcel for all three rows, please.";
sheet.getCell("G11").note = "Agus will tell us on Monday.";
for (const cell of ["A7", "B7", "C7"]) sheet.getCell(cell).fill = solid("FFFFF2CC");
// Hidden by hand, not by a filter: such a row is sent like any other.
sheet.getRow(9).hidden = true;
await workbook.xlsx.writeFile(join(folder, "orders.xlsx"));
