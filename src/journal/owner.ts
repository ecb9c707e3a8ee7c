import { type PropertiesPort, StorageFault } from "./journal-store";

/** The document property that holds the fencing token: which execution may open batches. */
const property = "bitbybit.owner";

/** What a run's token becomes when somebody pressed Stop. */
const stopped = "stop";

/** A token for an execution that works on a run. */
export function newToken(runId: string, mark: string): string {
  return `${runId}.${mark}`;
}

/** The property that gives an execution the token; whoever had it before has lost it. */
export function ownerProperty(token: string): Record<string, string> {
  return { [property]: token };
}

/** True while an execution has the token that it took. */
export function ownsToken(properties: Readonly<Record<string, string>>, token: string): boolean {
  return properties[property] === token;
}

/** True once somebody pressed Stop for this run. */
export function isStopRequested(properties: Readonly<Record<string, string>>, runId: string): boolean {
  return properties[property] === newToken(runId, stopped);
}

/**
 * Takes the token away from whoever works on a run. False when the storage did not take it, also not at the third try:
 * then the run goes on, and the user must hear so.
 */
export function requestStop(properties: PropertiesPort, runId: string): boolean {
  const token = newToken(runId, stopped);
  for (let tries = 0; tries < 3; tries += 1) {
    properties.write(ownerProperty(token));
    if (stands(properties, token)) return true;
  }
  return false;
}

function stands(properties: PropertiesPort, token: string): boolean {
  try {
    return properties.readAll()[property] === token;
  } catch (fault) {
    if (fault instanceof StorageFault) return false;
    throw fault;
  }
}
