import { english } from "../../../src/messages/english/english";
import { articleText } from "../../../src/messages/found-value";
import { columnsTexts } from "../../../src/messages/texts/columns-texts";
import { problemTexts } from "../../../src/messages/texts/problem-texts";
import { proposalFor, sheetOf } from "../../orders/table";
import { expectAdvice } from "../sentences";

const {
  catalogueFault: catalogueText,
  conflicts: conflictTexts,
  given: givenColumnText,
  headersChanged: headersChangedText,
  other: otherColumnText,
} = columnsTexts(english);
const { problem: problemText } = problemTexts(english);

const shopee = sheetOf(
  "A title",
  "No. Pesanan | Nama Penerima | No. Telepon | Nomor Referensi SKU | Jumlah | Alamat Pengiriman | Kota/Kabupaten | Provinsi",
  "S-1 | Siti Rahma | 0812 | SKU-1 | 2 | Jl. 1 | Bandung | Jawa Barat",
);

test("columns that claim the same field are asked about", () => {
  expect(conflictTexts(proposalFor(shopee))).toEqual([]);
  const two = sheetOf("No HP | WhatsApp | Nama | City", "0812 | 0813 | Siti | Bandung");
  expect(conflictTexts(proposalFor(two))).toContain('Columns A and B may each be "Phone": choose one.');
});

test("a column is named with its letter and header", () => {
  expect(proposalFor(shopee).columns.map(otherColumnText)).toContain('Full name: column B "Nama Penerima"');
});

test("every sentence tells what to do", () => {
  expectAdvice(headersChangedText);
  for (const why of ["shape", "field", "header", "repeated"] as const)
    expectAdvice(givenColumnText("Zip=X", why));
  for (const why of ["noKey", "noRead", "refused", "rateLimit", "unreadable", "changing", "tooMany"] as const)
    expectAdvice(catalogueText(why));
});

test("an article is said as it was understood", () => {
  const article = {
    rowNumber: 2,
    codeField: "sku",
    codeColumn: 1,
    quantityField: "quantity",
    quantityColumn: 2,
  } as const;
  expect(articleText({ ...article, code: "SKU-1", quantity: 2, title: "Batik shirt, small" })).toBe(
    '"SKU-1" × 2 (Batik shirt, small)',
  );
  expect(articleText({ ...article, code: "SKU-1", title: "" })).toBe('"SKU-1"');
});

test("an article that is not found is said with the nearest ones", () => {
  const place = { rowNumber: 2, columnIndex: 1, field: "sku", found: "SKU-8; SKU-9" } as const;
  const articles = [
    { code: "SKU-8", nearest: ["SKU-1", "SKU-2"] },
    { code: "SKU-9", nearest: [] },
  ];
  expect(problemText({ kind: "unknownArticle", articles: articles.slice(0, 1), ...place })).toBe(
    'B2 SKU: "SKU-8" is not in bitbybit\'s products; perhaps SKU-1 or SKU-2, or fill in a Variant ID',
  );
  expect(problemText({ kind: "unknownArticle", articles, ...place })).toContain(
    '"SKU-8" and "SKU-9" are not in bitbybit\'s products',
  );
  expect(problemText({ kind: "quantityOfList", sum: 3, ...place, found: "4" })).toBe(
    'B2 SKU: "4" here, but the article\'s cell says 3 in all; make them the same, or empty this cell',
  );
});
