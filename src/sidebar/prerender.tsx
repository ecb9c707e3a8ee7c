import { renderToString } from "preact-render-to-string";
import { initialState } from "./state/state";
import { App } from "./views/app";

/** The page as it is before its script runs, for the build to put into sidebar.html: in English, nobody's answer yet. */
export function prerendered(): string {
  return renderToString(<App state={initialState("en", 0)} tell={() => undefined} />);
}
