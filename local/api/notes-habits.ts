/** What this shop does to the notes of an order before it keeps them. The contract promises nothing about them. */
export interface NotesHabits {
  /** Characters that are kept; null for all. */
  maxLength: number | null;
  /** True: line breaks become spaces. */
  joinLines: boolean;
}

/** Notes are kept as they came. */
export const plainNotes: NotesHabits = { maxLength: null, joinLines: false };

/** The notes as the shop keeps them. */
export function keptNotes(notes: string, { maxLength, joinLines }: NotesHabits): string {
  const joined = joinLines ? notes.replace(/\r?\n/g, " ") : notes;
  return maxLength === null ? joined : joined.slice(0, maxLength);
}
