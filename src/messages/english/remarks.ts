import { count } from "./amounts";

/** How orders were understood, in English. */
export const remarks = {
  forAllRows: (header: string, value: string) => `${header}: ${value} for all rows`,
  readAsChosen: (columns: string) => `Read as you have chosen: ${columns}.`,
  unread: (columns: string) =>
    `Not sent, though it may hold articles: ${columns}. Choose it under Columns, or give those articles rows of their own.`,
  names: (firstName: string, lastName: string, rowNumber: number) =>
    `Full names are sent as first and last name, such as ${firstName} and ${lastName} in row ${rowNumber}.`,
  articles: (order: string, articles: string) => `Articles of ${order}: ${articles}.`,
  moreArticles: (orders: number) =>
    `The articles of ${count(orders, "order")} more were understood like this too.`,
  lookAt: (warning: string) => `Look at ${warning}.`,
  moreToLookAt: (cells: number) =>
    `${cells === 1 ? "1 more cell is" : `${cells} more cells are`} worth a look. The sidebar lists them under Problems.`,
  readAsMeant: (fixed: string) => `Read as meant: ${fixed}.`,
  moreAsMeant: (cells: number) =>
    `${cells === 1 ? "1 more cell was" : `${cells} more cells were`} read as meant.`,
};
