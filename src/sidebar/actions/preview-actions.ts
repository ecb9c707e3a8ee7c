import type { PageParts } from "../page-parts";

/** What the user can do about the preview. */
export interface PreviewActions {
  /** Shows what will be sent for the row that is chosen now. Only the newest answer is shown. */
  show(): Promise<void>;
}

/** Makes them. */
export function previewActions({ server, dispatch, failureOf }: PageParts): PreviewActions {
  let askNumber = 0;
  return {
    show: async () => {
      askNumber += 1;
      const number = askNumber;
      dispatch({ type: "previewAsked" });
      try {
        const answer = await server.previewRow();
        if (number === askNumber) dispatch({ type: "previewAnswered", answer });
      } catch (error) {
        if (number === askNumber) dispatch({ type: "previewFailed", failure: failureOf(error) });
      }
    },
  };
}
