import type { Done, SettingsAnswer, SettingsChange, SettingsView } from "../endpoints";
import { explainFailure } from "./call-failure";
import type { Server } from "./calls";
import { byId, report } from "./elements";
import { sentences } from "./text";

/** The Settings tab. The key is typed here and never comes back: afterwards only its masked form is shown. */
export class SettingsTab {
  private readonly form = byId("settings", HTMLFormElement);
  private readonly apiKey = byId("api-key", HTMLInputElement);
  private readonly savedKey = byId("saved-key", HTMLElement);
  private readonly userName = byId("user-name", HTMLInputElement);
  private readonly notes = byId("place-notes", HTMLInputElement);
  private readonly tags = byId("place-tags", HTMLInputElement);
  private readonly apiAddress = byId("api-address", HTMLInputElement);
  private readonly addressHint = byId("api-address-hint", HTMLElement);
  private readonly message = byId("settings-message", HTMLElement);
  private readonly buttons = ["save", "test-connection", "forget-key"].map((id) =>
    byId(id, HTMLButtonElement),
  );
  private shown: SettingsView | null = null;

  /** `changed` is called after the settings were saved. */
  constructor(
    private readonly server: Server,
    private readonly changed: () => void,
    private readonly online: () => boolean,
  ) {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.save();
    });
    byId("test-connection", HTMLElement).addEventListener("click", () => void this.test());
    byId("forget-key", HTMLElement).addEventListener(
      "click",
      () => void this.keep(() => this.server.forgetKey()),
    );
  }

  show(settings: SettingsView): void {
    this.shown = settings;
    const { maskedKey, environment, defaultApiAddress, apiAddress } = settings;
    this.savedKey.textContent =
      maskedKey === "" ? sentences.noKeySaved : sentences.savedKey(maskedKey, environment);
    this.userName.value = settings.userName;
    this.notes.checked = settings.referencePlace === "notes";
    this.tags.checked = settings.referencePlace === "tags";
    this.apiAddress.value = apiAddress === defaultApiAddress ? "" : apiAddress;
    this.addressHint.textContent = sentences.defaultAddress(defaultApiAddress);
    if (settings.notice !== "") report(this.message, settings.notice, false);
  }

  /** Only what was changed is sent. */
  private change(): SettingsChange {
    const change: SettingsChange = {};
    const { shown } = this;
    if (this.apiKey.value !== "") change.apiKey = this.apiKey.value;
    if (this.userName.value !== shown?.userName) change.userName = this.userName.value;
    const place = this.tags.checked ? "tags" : "notes";
    if (place !== shown?.referencePlace) change.referencePlace = place;
    const address = this.apiAddress.value.trim();
    const shownAddress = shown?.apiAddress === shown?.defaultApiAddress ? "" : shown?.apiAddress;
    if (address !== shownAddress) change.apiAddress = address;
    return change;
  }

  private async save(): Promise<void> {
    const change = this.change();
    if (Object.keys(change).length === 0) return report(this.message, sentences.nothingChanged);
    await this.keep(() => this.server.saveSettings(change));
  }

  /** Takes over what the server has kept; what it refused stays in its field to be mended. */
  private async keep(call: () => Promise<SettingsAnswer>): Promise<void> {
    const answer = await this.attempt(call);
    if (answer === null) return;
    if (answer.ok) {
      this.apiKey.value = "";
      this.show(answer.settings);
      this.changed();
    }
    report(this.message, answer.message, answer.ok);
  }

  private async test(): Promise<void> {
    if (this.apiKey.value !== "") return report(this.message, sentences.keyNotSaved, false);
    const answer = await this.attempt(() => this.server.testConnection());
    if (answer !== null) report(this.message, answer.message, answer.ok);
  }

  private async attempt<Answer extends Done>(call: () => Promise<Answer>): Promise<Answer | null> {
    report(this.message, sentences.working);
    for (const button of this.buttons) button.disabled = true;
    try {
      return await call();
    } catch (error) {
      report(this.message, explainFailure(error, this.online()).message, false);
      return null;
    } finally {
      for (const button of this.buttons) button.disabled = false;
    }
  }
}
