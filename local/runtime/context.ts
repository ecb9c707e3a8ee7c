import { isDate, isPromise, isProxy } from "node:util/types";
import { type Context, createContext, Script } from "node:vm";
import type { Bundle } from "./bundle";
import { scriptDatesSource } from "./script-dates";
import { ignoreRejections } from "./script-rejections";
import { Service } from "./services/service";

/** What a script's globals need from outside. */
export interface ContextNeeds {
  now(): number;
  /** The script's time zone, how far it is ahead of UTC in milliseconds at a moment, and what it is called then. */
  timeZone: string;
  offset(epochMs: number): number;
  zoneName(epochMs: number): string;
  random(): number;
  /** A method of a service was called. Arguments and result belong to the script's globals. */
  call(service: Service, method: string, args: unknown[]): unknown;
  /** A property was read or changed that is no method of the service. */
  read(service: Service, property: string): unknown;
}

interface Kit {
  proxy(service: Service, methods: readonly string[], name: string): object;
  array(length: number): unknown[];
  object(): Record<string, unknown>;
  date(epochMs: number): object;
  exception(message: string): unknown;
  define(name: string, value: unknown): void;
  /** The prototype of the script's own promises. */
  promises: object;
  /** Reports what becomes of a promise, from functions whose callbacks belong to the script's own microtasks. */
  observe(promise: Promise<unknown>, settle: (value: unknown) => void, fail: (reason: unknown) => void): void;
}

/**
 * Runs inside the fresh globals, so that every object the script can reach is made there and leads to no global of the host.
 * It takes away what Apps Script has not, and puts the injected time and randomness in place. A service is a proxy without
 * properties: a method of it is a function, "then" and "toJSON" are not there, anything else is reported.
 */
const preparation = new Script(`(function (host) {
  "use strict";
  const { random, call, read } = host;
  const RealDate = ${scriptDatesSource}(host);
  Math.random = () => random();
  delete globalThis.WebAssembly;
  delete globalThis.console;
  const known = new Map();
  const silent = new Set(["then", "toJSON", "constructor", "valueOf", "prototype", "nodeType", "$$typeof", "asymmetricMatch"]);
  const { get: mapGet, has: setHas } = { get: Map.prototype.get, has: Set.prototype.has };
  const apply = Reflect.apply;
  const refuse = (service) => (target, key) => { read(service, String(key)); return false; };
  return {
    proxy(service, methods, name) {
      // By the methods themselves: an enumeration and its values bear the same name, and have not the same methods.
      const key = [...methods].join();
      let names = apply(mapGet, known, [key]);
      if (names === undefined) known.set(key, (names = new Set([...methods])));
      return new Proxy({}, {
        get(target, key) {
          if (key === Symbol.toStringTag) return name;
          if (typeof key === "symbol" || apply(setHas, silent, [key])) return undefined;
          if (apply(setHas, names, [key])) return (...args) => call(service, key, args);
          if (key === "toString") return () => name;
          return read(service, key);
        },
        has(target, key) {
          return typeof key !== "symbol" && (apply(setHas, names, [key]) || read(service, key) !== undefined);
        },
        set: refuse(service),
        defineProperty: refuse(service),
        deleteProperty: refuse(service),
      });
    },
    array: (length) => new Array(length),
    object: () => ({}),
    date: (epochMs) => new RealDate(epochMs),
    exception: (message) => Object.defineProperty(new Error(message), "name", { value: "Exception", configurable: true }),
    define: (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true }),
    promises: Promise.prototype,
    observe: (promise, settle, fail) => void promise.then((value) => settle(value), (reason) => fail(reason)),
  };
})`);

/** Calls the function whose name and arguments were put into the globals, and lets its microtasks run. */
const callScript = new Script("__entryPoint__()");

/** Fresh globals for one execution: nothing of the host in them but the services. */
export class ScriptContext {
  private readonly context: Context;
  private readonly kit: Kit;
  private readonly proxies = new WeakMap<Service, object>();
  private readonly services = new WeakMap<object, Service>();

  constructor(needs: ContextNeeds) {
    // Promises' callbacks run when the script's stack is empty, before the execution ends.
    this.context = createContext({}, { microtaskMode: "afterEvaluate", codeGeneration: { wasm: false } });
    this.kit = preparation.runInContext(this.context)(needs);
    ignoreRejections(this.kit.promises);
  }

  /** Makes a service a global of the script. */
  define(name: string, service: Service): void {
    this.kit.define(name, this.give(service));
  }

  /** Runs the script's top level. */
  load(bundle: Bundle): void {
    bundle.script.runInContext(this.context);
  }

  /**
   * Calls a top-level function; arguments are copied into its globals. Returns what it returned, an object
   * of the script's globals; for a promise what it came to (inferred), a rejection being an exception.
   */
  call(name: string, args: readonly unknown[]): unknown {
    const entryPoint: unknown = this.context[name];
    if (typeof entryPoint !== "function") throw this.exception(`Script function not found: ${name}`);
    const given = args.map((value) => this.give(value));
    let result: unknown;
    let failure: { reason: unknown } | null = null;
    this.kit.define("__entryPoint__", () => {
      Reflect.deleteProperty(this.context, "__entryPoint__");
      result = Reflect.apply(entryPoint, undefined, given);
      if (!isPromise(result)) return;
      const settle = (value: unknown) => {
        result = value;
      };
      this.kit.observe(result, settle, (reason) => {
        failure = { reason };
      });
    });
    callScript.runInContext(this.context);
    requireSuccess(failure);
    return result;
  }

  /** A value of the host as the script gets it: arrays, plain objects, Dates and services made anew in its globals. */
  give(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Service) return this.proxyOf(value);
    if (Array.isArray(value)) {
      const array = this.kit.array(value.length);
      for (let index = 0; index < value.length; index++) array[index] = this.give(value[index]);
      return array;
    }
    if (isDate(value)) return this.kit.date(value.getTime());
    const object = this.kit.object();
    for (const [key, item] of Object.entries(value)) object[key] = this.give(item);
    return object;
  }

  /** The service behind a value that the script handed over; any other value as it is. */
  take(value: unknown): unknown {
    if (typeof value !== "object" || value === null || !isProxy(value)) return value;
    return this.services.get(value) ?? value;
  }

  /** The exception that a service throws at the script. */
  exception(message: string): unknown {
    return this.kit.exception(message);
  }

  private proxyOf(service: Service): object {
    const known = this.proxies.get(service);
    if (known !== undefined) return known;
    const proxy = this.kit.proxy(service, Object.keys(service.calls), service.service);
    this.proxies.set(service, proxy);
    this.services.set(proxy, service);
    return proxy;
  }
}

function requireSuccess(failure: { reason: unknown } | null): void {
  if (failure !== null) throw failure.reason;
}
