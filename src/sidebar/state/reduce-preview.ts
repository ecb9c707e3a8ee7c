import type { PageEvent } from "./page-event";
import type { Preview } from "./state";

/** What an event does to the preview. It stays until another one is asked for, or a run changes what it tells of. */
export function reducePreview(preview: Preview, event: PageEvent): Preview {
  switch (event.type) {
    case "previewAsked":
      return { kind: "reading" };
    case "previewAnswered": {
      const { answer } = event;
      return answer.ok
        ? { kind: "shown", preview: answer.preview }
        : { kind: "refused", said: answer.message };
    }
    case "previewFailed":
      return { kind: "refused", said: event.failure };
    case "runStarted":
      return { kind: "none" };
    default:
      return preview;
  }
}
