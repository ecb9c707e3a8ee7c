import type { EntryState } from "../../journal/entry";
import type { Words } from "../english/english";
import { answered } from "../found-value";
import type { StopCode } from "../stop-code";

/** What became of an order, and why a run stopped. */
export function outcomeTexts({ outcomes: words }: Words) {
  const cut = (text: string) => {
    const { words: shown, more } = answered(text);
    return more === 0 ? shown : words.cut(shown, more);
  };
  const rejected = ({ code, message }: Extract<EntryState, { kind: "rejected" }>) => {
    if (code === "MISSING_COMPANY_ID") return words.stops.company;
    if (code === "" && message === "") return words.refusedWithoutReason;
    const meaning = code === "NOT_FOUND" ? words.notFound : words.correctRow;
    return words.refused(cut(message === "" ? code : message), meaning);
  };
  const notSent: Readonly<Record<string, string>> = { ...words.stops, ...words.notSent };
  return {
    /** The Message beside an order of which the journal knows the state. `edited`: its row was changed since it was sent. */
    entry: (state: EntryState, { edited }: { edited: boolean }): string => {
      switch (state.kind) {
        case "pending":
          return "";
        case "created":
          if (state.alsoMade.length > 0) return words.madeTwice([state.orderId, ...state.alsoMade]);
          return edited ? words.edited : words.created[state.by];
        case "rejected":
          return rejected(state);
        case "notSent":
          return notSent[state.reason] ?? "";
        case "absent":
          return words.absent;
        case "unconfirmed":
          return words.unconfirmed(
            state.words ? words.undocumented(cut(state.words)) : words.reasons[state.reason],
          );
      }
    },
    /** Why a run stopped, and what to do. */
    stop: (reason: StopCode): string => words.stops[reason],
  };
}
