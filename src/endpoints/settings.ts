import type { Environment } from "../receipt/progress";
import type { Done } from "./answers";

/** The languages of the add-on's words: English and Indonesian. */
export type Language = "en" | "id";

/** The settings as the sidebar may see them. */
export interface SettingsView {
  /** `bbb_test_…1a2b`, or empty when no key is saved. */
  maskedKey: string;
  environment: Environment | null;
  /** Shown to colleagues while a run is under way. */
  userName: string;
  /** Sent as the last name of a person with a single name; empty if the name itself is. */
  singleLastName: string;
  /** Where the reference travels in the order. */
  referencePlace: "notes" | "tags";
  /** The base address that `/orders` is appended to. */
  apiAddress: string;
  defaultApiAddress: string;
  /** What was wrong with the stored settings and was replaced; empty when nothing. */
  notice: string;
  /** The saved choice; `auto` follows the user's locale. */
  language: Language | "auto";
}

/** What the user changed in the settings. An `apiAddress` of "" goes back to the default. */
export interface SettingsChange {
  apiKey?: string;
  userName?: string;
  singleLastName?: string;
  referencePlace?: "notes" | "tags";
  apiAddress?: string;
  language?: Language | "auto";
}

/** What became of a change, and the settings from now on. */
export interface SettingsAnswer extends Done {
  settings: SettingsView;
  /** The language from now on. */
  spoken: Language;
}

/** Whether bitbybit answers, in words. */
export type ConnectionAnswer = Done;
