/** A refusal or an acknowledgement in words. `message` is empty when there is nothing to say. */
export interface Done {
  ok: boolean;
  message: string;
}
