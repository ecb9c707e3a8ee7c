import { render } from "preact";
import { realBrowser } from "./browser";
import { pageOf } from "./page";
import { pageParts } from "./page-parts";
import { promised, type ScriptRunner } from "./server/calls";
import { initialState, type PageState } from "./state/state";
import { App } from "./views/app";
import { languageOf } from "./words/words";

/** Put in by the build: the version that the server's is compared with. */
declare const ADD_ON_VERSION: string;
/** Given to the page by Apps Script. */
declare const google: { script: { run: ScriptRunner } };

const place = document.getElementById("app");
if (place === null) throw new Error("sidebar.html has no #app");

const browser = realBrowser();
const initial = initialState(languageOf(navigator.languages), browser.nowMs());
const given = { server: promised(google.script.run), browser, version: ADD_ON_VERSION };
const show = (state: PageState) => {
  document.documentElement.lang = state.language;
  render(<App state={state} tell={(intent) => page.tell(intent)} />, place);
};
const page = pageOf(pageParts(given, initial, show));

show(initial);
document.documentElement.addEventListener("mouseenter", page.comeBack);
window.addEventListener("focus", page.comeBack);
void page.open();
