import type { Kit, Snippets } from "../snippet";

const prefix = "probe.";

/** Document properties that are gone again afterwards, except those of other names. */
function withProperties(act: (properties: GoogleAppsScript.Properties.Properties) => unknown): unknown {
  const properties = PropertiesService.getDocumentProperties();
  try {
    return act(properties);
  } finally {
    for (const key of properties.getKeys()) if (key.startsWith(prefix)) properties.deleteProperty(key);
  }
}

/** 400 KB of properties, written and read at once. */
function manyProperties(kit: Kit): unknown {
  return withProperties((properties) => {
    const values = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`${prefix}${index}`, "x".repeat(8192)]),
    );
    kit.timed("setProperties", () => properties.setProperties(values));
    const all = kit.timed("getProperties", () => properties.getProperties());
    kit.timed("getProperty", () => properties.getProperty(`${prefix}7`));
    kit.timed("getKeys", () => properties.getKeys());
    kit.timed("deleteProperty", () => properties.deleteProperty(`${prefix}7`));
    return Object.keys(all).filter((key) => key.startsWith(prefix)).length;
  });
}

/** Properties and caches. */
export const storageSnippets: Snippets = {
  "a property that is not there": () =>
    PropertiesService.getDocumentProperties().getProperty(`${prefix}none`),
  "a number as a property": (kit) =>
    withProperties((properties) =>
      kit.caught(() => {
        // @ts-expect-error The types want a text; scripts give numbers.
        properties.setProperty(`${prefix}a`, 5);
        return properties.getProperty(`${prefix}a`);
      }),
    ),
  "the empty text as a property": () =>
    withProperties((properties) => properties.setProperty(`${prefix}a`, "").getProperty(`${prefix}a`)),
  "a property of 9 KB": () =>
    withProperties((properties) => {
      properties.setProperty(`${prefix}a`, "x".repeat(9 * 1024));
      return properties.getProperty(`${prefix}a`)?.length;
    }),
  "a property of more than 9 KB": (kit) =>
    withProperties((properties) =>
      kit.caught(() => properties.setProperty(`${prefix}a`, "x".repeat(9 * 1024 + 1))),
    ),
  "setProperties with one too large stores": (kit) =>
    withProperties((properties) => {
      const thrown = kit.caught(() =>
        properties.setProperties({
          [`${prefix}a`]: "1",
          [`${prefix}b`]: "x".repeat(20_000),
          [`${prefix}c`]: "3",
        }),
      );
      return [
        thrown,
        properties
          .getKeys()
          .filter((key) => key.startsWith(prefix))
          .sort(),
      ];
    }),
  "400 KB of properties": manyProperties,
  "more than 500 KB of properties": (kit) =>
    withProperties((properties) =>
      kit.caught(() => {
        const values = Array.from({ length: 60 }, (_, index) => [`${prefix}${index}`, "x".repeat(9000)]);
        properties.setProperties(Object.fromEntries(values));
        return "stored";
      }),
    ),
  "a read right after a write": () =>
    withProperties((properties) => {
      const seen = new Set<string | null>();
      for (let time = 0; time < 10; time += 1) {
        properties.setProperty(`${prefix}a`, String(time));
        seen.add(properties.getProperty(`${prefix}a`));
      }
      return seen.size;
    }),
  "a cached text": (kit) => {
    const cache = CacheService.getScriptCache();
    kit.timed("put", () => cache.put(`${prefix}a`, "1", 60));
    return kit.timed("get", () => cache.get(`${prefix}a`));
  },
  "what is not in the cache": () => CacheService.getScriptCache().get(`${prefix}none`),
  "getAll leaves out what is not there": () => {
    const cache = CacheService.getScriptCache();
    cache.put(`${prefix}b`, "1", 60);
    return cache.getAll([`${prefix}b`, `${prefix}none`]);
  },
  "a cached text of more than 100 KB": (kit) =>
    kit.caught(() => CacheService.getScriptCache().put(`${prefix}a`, "x".repeat(100 * 1024 + 1))),
  "a key of 251 characters": (kit) =>
    kit.caught(() => CacheService.getScriptCache().put("k".repeat(251), "1")),
};
