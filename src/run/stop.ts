import type { PropertiesPort } from "./ports";

const property = "bitbybit.stop";

/** Asks a run to stop before its next wave leaves. A record of its own, so that no other write can undo it. */
export function requestStop(properties: PropertiesPort, runId: string): void {
  properties.write({ [property]: runId });
}

/** True when somebody asked this run to stop. */
export function stopRequested(properties: Readonly<Record<string, string>>, runId: string): boolean {
  return properties[property] === runId;
}
