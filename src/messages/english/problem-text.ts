import type { Problem, UnresolvedArticle } from "../../orders/check/problem";
import type { DataField, Field } from "../../orders/field";
import { headerOf } from "../../orders/field";
import type { CheckedOrder } from "../../orders/order";
import type { AddOnText } from "../../orders/rows/add-on-text";
import { cellName } from "../../text/a1";
import { amountHint } from "../amount-hint";
import { quoted, shortened } from "../found-value";
import { rowMessagesWith } from "../row-messages";
import { listed } from "./amounts";

/** The most rows at fault that a faultless row of the same order names. */
const mostRowsNamed = 5;

/** The most articles of one cell that are named. */
const maxArticlesNamed = 3;

/** For one article, and for more. */
const unknownWords = ["is not in bitbybit's products", "are not in bitbybit's products"] as const;
const ambiguousWords = [
  "is more than one article in bitbybit",
  "are each more than one article in bitbybit",
] as const;

const typeAgain = "format the cell as plain text and type it again";

/** A problem in words: which cell, what was found, what to do. */
export function problemText(problem: Problem): string {
  const { rowNumber, columnIndex, field } = problem;
  const place =
    columnIndex === null || field === null
      ? `Row ${rowNumber}`
      : `${cellName(rowNumber, columnIndex)} ${headerOf[field]}`;
  return `${place}: ${whatAndRemedy(problem)}`;
}

/** The Message of each row of an order with problems; see `rowMessagesWith`. */
export function rowMessages(order: Pick<CheckedOrder, "rowNumbers" | "problems">): Map<number, string> {
  return rowMessagesWith(problemText, faultInOtherRows, order);
}

/** For a faultless row of an order with problems: where they are. */
export function faultInOtherRows(rowNumbers: readonly number[]): string {
  const named = rowNumbers.slice(0, mostRowsNamed);
  const more = rowNumbers.length - named.length;
  const rows = listed(more > 0 ? [...named, `${more} more`] : named);
  return `This row is in order, but the order's ${rowNumbers.length === 1 ? "row" : "rows"} ${rows} must be fixed first`;
}

/** What was found in a cell and what to do, without its place. */
export function whatAndRemedy(problem: Problem): string {
  const found = shortened(problem.found);
  const text = quoted(problem.found);
  switch (problem.kind) {
    case "missing":
      return problem.columnIndex === null && problem.field !== null
        ? `there is no column ${headerOf[problem.field]}; add it, or give each article a row of its own`
        : `empty; type ${wantedIn(problem.field)}`;
    case "noCustomer":
      return noCustomer(problem.field);
    case "email":
      return `${text} is not an e-mail address; type one such as name@example.com, or empty the cell`;
    case "contradiction":
      return `${text} here, but ${quoted(problem.otherFound)} in row ${problem.otherRowNumber} of the same order; make them the same, or give the rows different Order refs`;
    case "notWhole":
      return `${text} is not a whole number; type ${problem.suggestion ?? "a whole number such as 1"}`;
    case "belowOne":
      return `${text} is less than 1; type a whole number such as 1`;
    case "tooLarge":
      return `${text} is too large; type a smaller whole number`;
    case "date":
      return `${found} is a date; ${typeAgain}`;
    case "boolean":
      return `${found} is a checkbox or a true/false value; format the cell as plain text and type what is meant`;
    case "formulaError":
      return `${found} is a formula's error; fix the formula, or type the value`;
    case "loading":
      return `${found} shows that the formula is still at work; wait for its value and try again`;
    case "ditto":
      return `${found} points to the row above; type the value itself, or empty the cell`;
    case "damaged":
      return `${text} has characters that were lost when a file was opened; type the text again`;
    case "notLookedUp":
      return `${text} was not looked up, so its Variant ID is not known; use an API key that may read products, or fill in a Variant ID`;
    case "unknownArticle":
      return unresolvedText(problem.articles, unknownWords);
    case "ambiguousArticle":
      return unresolvedText(problem.articles, ambiguousWords);
    case "unknownCustomer":
      return `nobody in bitbybit has ${text}; type the Customer ID, or empty the cell and name the customer`;
    case "ambiguousCustomer":
      return `more than one customer in bitbybit has ${text}; type the Customer ID`;
    case "quantityOfList":
      return `${text} here, but the article's cell says ${problem.sum} in all; make them the same, or empty this cell`;
    case "scientific":
      return `${found} is a number in scientific notation; ${typeAgain} in full${probably(problem.cure)}`;
    case "formattedNumber":
      return `${found} is a formatted number; ${typeAgain}${probably(problem.cure)}`;
    case "tooManyDigits":
      return `${found} has more digits than a sheet keeps of a number (15); ${typeAgain} in full`;
    case "addOnText":
      return `${found} ${addOnTexts[problem.holds]}; type what belongs here`;
  }
}

function probably(cure: string | undefined): string {
  return cure === undefined ? "" : `, probably ${cure}`;
}

/** What may have been meant by articles that stand for no variant. */
function unresolvedText(articles: readonly UnresolvedArticle[], what: readonly [string, string]): string {
  const [first] = articles;
  const names = listed(articles.slice(0, maxArticlesNamed).map(({ code }) => quoted(code)));
  const more = articles.length > maxArticlesNamed ? ` and ${articles.length - maxArticlesNamed} more` : "";
  const nearest = (first?.nearest ?? []).map(shortened);
  const hint =
    amountHint(first, (meant, written) => `perhaps ${meant}, with an amount as in "${written}"`) ??
    (nearest.length === 0 ? "type its SKU as bitbybit has it" : `perhaps ${nearest.join(" or ")}`);
  return `${names}${more} ${what[articles.length === 1 ? 0 : 1]}; ${hint}, or fill in a Variant ID`;
}

const addOnTexts: Readonly<Record<AddOnText, string>> = {
  status: "is a status that this add-on writes",
  sendKey: "holds a Send key of this add-on",
  time: "is a time that this add-on writes",
};

function noCustomer(field: Field | null): string {
  switch (field) {
    case null:
      return "there is no customer; add the column Customer ID, or First name and Last name, and fill them in";
    case "customerId":
      return "empty, and the customer has no name either; type a Customer ID, or add the columns First name and Last name";
    default:
      return `empty; type ${wantedIn(field)}, or a Customer ID`;
  }
}

const wanted: Readonly<Partial<Record<Field, string>>> = {
  orderRef: "which order this row belongs to",
  variantId: "the ID of the product variant",
  sku: "the SKU of the article",
  product: "the product's name",
  quantity: "a whole number such as 1",
  phone: "the phone number",
  shipPhone: "the phone number",
  address1: "the street and number",
  zip: "the postal code",
} satisfies Partial<Record<DataField, string>>;

function wantedIn(field: Field | null): string {
  if (field === null) return "it";
  const plain = field.replace(/\d+$/, "") as Field;
  return wanted[field] ?? wanted[plain] ?? `the ${headerOf[field].toLowerCase()}`;
}
