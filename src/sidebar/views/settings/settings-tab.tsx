import type { Language } from "../../../endpoints/settings";
import type { SettingsDraft } from "../../state/state";
import { Button, NoticeLine, TextField } from "../parts";
import type { ViewProps } from "../view";

/** Each language in its own words. */
const languageNames: Record<Language, string> = { en: "English", id: "Bahasa Indonesia" };
const languages: SettingsDraft["language"][] = ["auto", "en", "id"];

/** The Settings tab. */
export function SettingsTab({ state, words, tell }: ViewProps) {
  const { saved, draft, working, forgetting, notice } = state.settings;
  const { settings } = words;
  const type = (change: Partial<SettingsDraft>) => tell({ want: "type", draft: change });
  const hasKey = saved !== null && saved.maskedKey !== "";
  return (
    <form
      id="settings"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        tell({ want: "saveSettings" });
      }}
    >
      <TextField
        id="api-key"
        isSecret
        label={settings.apiKey}
        value={draft.apiKey}
        hint={
          saved === null
            ? ""
            : hasKey
              ? settings.savedKey(saved.maskedKey, saved.environment)
              : settings.noKey
        }
        onText={(apiKey) => type({ apiKey })}
      >
        {hasKey && !forgetting && (
          <Button class="link" id="forget-key" disabled={working} onClick={() => tell({ want: "forgetKey" })}>
            {settings.forget}
          </Button>
        )}
      </TextField>
      {forgetting && hasKey && <ForgetQuestion masked={saved.maskedKey} settings={settings} tell={tell} />}
      <TextField
        id="user-name"
        label={settings.userName}
        value={draft.userName}
        hint={settings.userNameHint}
        onText={(userName) => type({ userName })}
      />
      <TextField
        id="single-last-name"
        label={settings.singleLastName}
        value={draft.singleLastName}
        hint={settings.singleLastNameHint}
        onText={(singleLastName) => type({ singleLastName })}
      />
      <fieldset>
        <legend>{settings.referencePlace}</legend>
        {(["notes", "tags"] as const).map((place) => (
          <label key={place} class="choice">
            <input
              type="radio"
              name="reference-place"
              id={`place-${place}`}
              checked={draft.referencePlace === place}
              onChange={() => type({ referencePlace: place })}
            />
            <span>{place === "notes" ? settings.placeNotes : settings.placeTags}</span>
          </label>
        ))}
      </fieldset>
      <label for="language">{settings.language}</label>
      <select
        id="language"
        value={draft.language}
        onChange={(event) => {
          const chosen = languages.find((language) => language === event.currentTarget.value);
          if (chosen !== undefined) type({ language: chosen });
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {language === "auto" ? settings.languageOfGoogle : languageNames[language]}
          </option>
        ))}
      </select>
      <details>
        <summary>{settings.advanced}</summary>
        <TextField
          id="api-address"
          label={settings.apiAddress}
          value={draft.apiAddress}
          hint={saved === null ? "" : settings.defaultAddress(saved.defaultApiAddress)}
          onText={(apiAddress) => type({ apiAddress })}
        />
      </details>
      <div class="buttons">
        <button type="submit" class="primary" id="save" disabled={working}>
          {settings.save}
        </button>
        <Button id="test-connection" disabled={working} onClick={() => tell({ want: "testConnection" })}>
          {settings.test}
        </Button>
      </div>
      <NoticeLine id="settings-message" notice={notice} words={words} />
    </form>
  );
}

interface ForgetQuestionProps {
  masked: string;
  settings: ViewProps["words"]["settings"];
  tell: ViewProps["tell"];
}

/** Asks before the key is forgotten. Escape answers no. */
function ForgetQuestion({ masked, settings, tell }: ForgetQuestionProps) {
  const answer = (yes: boolean) => tell({ want: "answerForget", yes });
  return (
    <fieldset
      class="question"
      onKeyDown={(event) => {
        if (event.key === "Escape") answer(false);
      }}
    >
      <legend>{settings.forgetQuestion(masked)}</legend>
      <div class="buttons">
        <Button id="forget-no" onClick={() => answer(false)}>
          {settings.forgetNo}
        </Button>
        <Button id="forget-yes" onClick={() => answer(true)}>
          {settings.forgetYes}
        </Button>
      </div>
    </fieldset>
  );
}
