/** What the add-on is called: in every language, above its menu, its dialogs and its sidebar. */
export const title = "bitbybit Orders";
