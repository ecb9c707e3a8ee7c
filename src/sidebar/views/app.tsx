import type { Tell } from "../intent";
import type { PageState } from "../state/state";
import { wordsOf } from "../words/words";
import { ColumnsTab } from "./columns/columns-tab";
import { ProblemsTab } from "./problems/problems-tab";
import { Confirmation } from "./run/confirmation";
import { RunTab } from "./run/run-tab";
import { SettingsTab } from "./settings/settings-tab";
import { TabList } from "./tab-list";

const panels = { run: RunTab, columns: ColumnsTab, problems: ProblemsTab, settings: SettingsTab };

/** The whole page. */
export function App({ state, tell }: { state: PageState; tell: Tell }) {
  const words = wordsOf(state.language);
  const { tab, work } = state;
  const Panel = panels[tab];
  const props = { state, words, tell };
  return (
    <>
      <h1 class="sr-only">{words.title}</h1>
      <TabList {...props} />
      {work.kind === "closed" && (
        <p class="banner" role="alert">
          {words.failures.version}
        </p>
      )}
      <main>
        <section role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`} class={tab}>
          <Panel {...props} />
        </section>
      </main>
      {work.kind === "asking" && <Confirmation plan={work.plan} words={words} tell={tell} />}
    </>
  );
}
