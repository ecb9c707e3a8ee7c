/** The menu's captions, which sentences name too. */
export const menu = {
  create: "Create orders from selection",
  check: "Check selection",
  resolve: "Resolve unconfirmed rows",
  sendAgain: "Not in bitbybit: send again",
  setUp: "Set up this sheet",
  sidebar: "Open sidebar",
  help: "Help",
};

/** The captions in quotation marks, for sentences. */
export const createItem = `"${menu.create}"`;
export const setUpItem = `"${menu.setUp}"`;
export const resolveItem = `"${menu.resolve}"`;
export const sendAgainItem = `"${menu.sendAgain}"`;
