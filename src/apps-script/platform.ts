import { type PropertiesPort, StorageFault } from "../journal/journal-store";
import type { CachePort, ClockPort, LockPort } from "../ports/ports";
import { type SettingsPort, settingsProperty } from "../settings/settings";

/** Document properties: shared by all users of the spreadsheet. */
export function documentPropertiesPort(): PropertiesPort {
  const properties = answered(() => PropertiesService.getDocumentProperties());
  return {
    readAll: () => answered(() => properties.getProperties()),
    write: (values) => {
      try {
        properties.setProperties({ ...values });
        return true;
      } catch {
        // Full, a value too long, or a storage that does not answer (reported): whoever writes has to live with all of them.
        return false;
      }
    },
    remove: (name) => {
      try {
        properties.deleteProperty(name);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** How often a storage that does not answer is asked. */
const maxTries = 3;

/** What the storage of properties answers. @throws StorageFault if it does not. */
function answered<T>(ask: () => T): T {
  for (let tries = 1; ; tries += 1) {
    try {
      return ask();
    } catch {
      // The storage fails now and then (reported); what it says is in the user's language, so it tells nothing.
      if (tries === maxTries) throw new StorageFault();
    }
  }
}

/** What a service answers, or `otherwise` if it throws: for services without which a run can do. */
export function orElse<T>(otherwise: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/** The script's cache: shared by everyone who uses the add-on, and evicted at any time. A cache that fails is an empty one. */
export function scriptCachePort(): CachePort {
  const cache = orElse(null, () => CacheService.getScriptCache());
  return {
    read: (name) => orElse(null, () => cache?.get(name) ?? null),
    write: (name, value, seconds) => orElse(undefined, () => cache?.put(name, value, seconds)),
  };
}

/** The document's lock. If it fails, somebody else counts as its owner; one that is not released ends with the execution. */
export function documentLockPort(): LockPort {
  const lock = orElse(null, () => LockService.getDocumentLock());
  return {
    tryLock: (waitMs) => orElse(false, () => lock?.tryLock(waitMs) ?? false),
    release: () => orElse(undefined, () => lock?.releaseLock()),
  };
}

/** The platform's time. */
export function clockPort(timeZone: () => string): ClockPort {
  // All rows of a wave have the same time: one call a wave, not one a row.
  let last = { atMs: Number.NaN, text: "" };
  return {
    nowMs: () => Date.now(),
    sleep: (durationMs) => {
      if (durationMs > 0) Utilities.sleep(Math.ceil(durationMs));
    },
    format: (atMs) => {
      if (last.atMs !== atMs) {
        last = { atMs, text: Utilities.formatDate(new Date(atMs), timeZone(), "yyyy-MM-dd HH:mm:ss") };
      }
      return last.text;
    },
  };
}

/** The SHA-256 of a text in UTF-8. The platform's bytes are signed, as Java's are (Apps Script documentation). */
export function sha256(text: string): Uint8Array {
  const { DigestAlgorithm, Charset } = Utilities;
  return Uint8Array.from(Utilities.computeDigest(DigestAlgorithm.SHA_256, text, Charset.UTF_8));
}

/** One user's settings, in user properties. */
export function userSettingsPort(): SettingsPort {
  const properties = answered(() => PropertiesService.getUserProperties());
  return {
    read: () => answered(() => properties.getProperty(settingsProperty)),
    write: (text) => {
      answered(() => properties.setProperty(settingsProperty, text));
    },
  };
}

/** True on a machine that imitates Apps Script, where an API address on loopback makes sense. */
export function isLocalRun(): boolean {
  return answered(() => PropertiesService.getScriptProperties().getProperty("bitbybit.local")) === "1";
}

/** The language of the user's account, such as `id`; "" if Google does not tell it: the menu must not fail for that. */
export function userLocale(): string {
  try {
    return Session.getActiveUserLocale();
  } catch {
    return "";
  }
}

/** Where the spreadsheet lives: its locale, such as `in_ID`, and its time zone, such as `Asia/Jakarta`. */
export function placeOfSpreadsheet(): { locale: string; timeZone: string } {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return { locale: spreadsheet.getSpreadsheetLocale(), timeZone: spreadsheet.getSpreadsheetTimeZone() };
}
