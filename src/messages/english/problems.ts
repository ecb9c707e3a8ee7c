import type { Field } from "../../orders/field";
import type { AddOnText } from "../../orders/rows/add-on-text";
import { quoted } from "../found-value";
import type { ProblemSentences } from "../texts/problem-texts";
import { listed } from "./amounts";
import { inRightColumns } from "./findings";

const typeAgain = "format the cell as plain text and type it again";

const addOnTexts: Readonly<Record<AddOnText, string>> = {
  status: "is a status that this add-on writes",
  sendKey: "holds a Send key of this add-on",
  time: "is a time that this add-on writes",
};

const kinds: ProblemSentences = {
  email: (_, { text }) =>
    `${text} is not an e-mail address; type one such as name@example.com, or empty the cell`,
  zipDigits: (_, { text }) => `${text} has no digit; type the postal code, and check ${inRightColumns}`,
  contradiction: (problem, { text }) =>
    `${text} here, but ${quoted(problem.otherFound)} in row ${problem.otherRowNumber} of the same order; make them the same, or give the rows different Order refs`,
  notWhole: (problem, { text }) =>
    `${text} is not a whole number; type ${problem.suggestion ?? "a whole number such as 1"}`,
  belowOne: (_, { text }) => `${text} is less than 1; type a whole number such as 1`,
  tooLarge: (_, { text }) => `${text} is too large; type a smaller whole number`,
  date: (_, { found }) => `${found} is a date; ${typeAgain}`,
  boolean: (_, { found }) =>
    `${found} is a checkbox or a true/false value; format the cell as plain text and type what is meant`,
  formulaError: (_, { found }) => `${found} is a formula's error; fix the formula, or type the value`,
  loading: (_, { found }) =>
    `${found} shows that the formula is still at work; wait for its value and try again`,
  ditto: (_, { found }) => `${found} points to the row above; type the value itself, or empty the cell`,
  damaged: (_, { text }) =>
    `${text} has characters that were lost when a file was opened; type the text again`,
  notLookedUp: (_, { text }) =>
    `${text} was not looked up, so its Variant ID is not known; use an API key that may read products, or fill in a Variant ID`,
  unknownCustomer: (_, { text }) =>
    `nobody in bitbybit has ${text}; type the Customer ID, or empty the cell and name the customer`,
  ambiguousCustomer: (_, { text }) => `more than one customer in bitbybit has ${text}; type the Customer ID`,
  quantityOfList: (problem, { text }) =>
    `${text} here, but the article's cell says ${problem.sum} in all; make them the same, or empty this cell`,
  scientific: (problem, { found }) =>
    `${found} is a number in scientific notation; ${typeAgain} in full${probably(problem.cure)}`,
  formattedNumber: (problem, { found }) =>
    `${found} is a formatted number; ${typeAgain}${probably(problem.cure)}`,
  tooManyDigits: (_, { found }) =>
    `${found} has more digits than a sheet keeps of a number (15); ${typeAgain} in full`,
  addOnText: (problem, { found }) => `${found} ${addOnTexts[problem.holds]}; type what belongs here`,
};

/** What is wrong with cells, in English. */
export const problems = {
  /** What was found, and what to do. */
  kinds,
  missingColumn: (header: string) =>
    `there is no column ${header}; add it, or give each article a row of its own`,
  missing: (wanted: string) => `empty; type ${wanted}`,
  noCustomer:
    "there is no customer; add the column Customer ID, or First name and Last name, and fill them in",
  noCustomerId:
    "empty, and the customer has no name either; type a Customer ID, or add the columns First name and Last name",
  noCustomerField: (wanted: string) => `empty; type ${wanted}, or a Customer ID`,
  /** The names of articles, of which `more` are left out. */
  articles: (names: readonly string[], more: number) =>
    `${listed(names)}${more > 0 ? ` and ${more} more` : ""}`,
  unknownArticle: (count: number) => `${count === 1 ? "is" : "are"} not in bitbybit's products`,
  ambiguousArticle: (count: number) => `${count === 1 ? "is" : "are each"} more than one article in bitbybit`,
  unresolved: (articles: string, what: string, hint: string) =>
    `${articles} ${what}; ${hint}, or fill in a Variant ID`,
  hintNearest: (nearest: readonly string[]) => `perhaps ${nearest.join(" or ")}`,
  moreRows: (rows: number) => `${rows} more`,
  itself: "it",
  wantedAs: (header: string) => `the ${header.toLowerCase()}`,
  hintAmount: (meant: string, written: string) => `perhaps ${meant}, with an amount as in "${written}"`,
  hintSku: "type its SKU as bitbybit has it",
  /** `rows`: those at fault, `count` in all. */
  faultElsewhere: (rows: string, count: number) =>
    `This row is in order, but the order's ${count === 1 ? "row" : "rows"} ${rows} must be fixed first`,
  /** What a field is to hold. */
  wanted: {
    orderRef: "which order this row belongs to",
    variantId: "the ID of the product variant",
    sku: "the SKU of the article",
    product: "the product's name",
    quantity: "a whole number such as 1",
    phone: "the phone number",
    shipPhone: "the phone number",
    address1: "the street and number",
    zip: "the postal code",
  } satisfies Partial<Record<Field, string>> as Partial<Record<Field, string>>,
};

function probably(cure: string | undefined): string {
  return cure === undefined ? "" : `, probably ${cure}`;
}
