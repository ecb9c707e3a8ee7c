import { realBrowser } from "./browser";
import { promised, type ScriptRunner } from "./calls";
import { byId } from "./elements";
import { ProblemsTab } from "./problems-tab";
import { RunTab } from "./run-tab";
import { SettingsTab } from "./settings-tab";
import { Tabs } from "./tabs";
import { sentences } from "./text";

/** Put in by the build: the version that the server's is compared with. */
declare const ADD_ON_VERSION: string;
/** Given to the page by Apps Script. */
declare const google: { script: { run: ScriptRunner } };

const server = promised(google.script.run);
const browser = realBrowser();
const tabs = new Tabs();
const runTab = new RunTab(server, browser);
const problemsTab = new ProblemsTab(
  server,
  (kind) => {
    tabs.open("run");
    void runTab.run(kind);
  },
  browser.online,
);
const settingsTab = new SettingsTab(server, () => void runTab.look(), browser.online);

tabs.whenOpened("run", () => runTab.lookIfStale());
tabs.whenOpened("problems", () => void problemsTab.read());
byId("show-problems", HTMLElement).addEventListener("click", () => {
  tabs.open("problems");
  byId("tab-problems", HTMLElement).focus();
});

void runTab.open().then((state) => {
  if (state === null) return;
  settingsTab.show(state.settings);
  if (state.version === ADD_ON_VERSION) return;
  const banner = byId("banner", HTMLElement);
  banner.textContent = sentences.stale(ADD_ON_VERSION, state.version);
  banner.hidden = false;
  runTab.block();
});
