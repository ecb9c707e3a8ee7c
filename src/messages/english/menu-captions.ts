/** The menu's captions, which sentences name too. */
export const menuCaptions = {
  create: "Create orders from selection",
  check: "Check selection",
  resolve: "Resolve unconfirmed rows",
  sendAgain: "Not in bitbybit: send again",
  setUp: "Set up this sheet",
  sidebar: "Open sidebar",
  help: "Help",
};

/** The captions in quotation marks, for sentences. */
export const createItem = `"${menuCaptions.create}"`;
export const setUpItem = `"${menuCaptions.setUp}"`;
export const resolveItem = `"${menuCaptions.resolve}"`;
export const sendAgainItem = `"${menuCaptions.sendAgain}"`;
