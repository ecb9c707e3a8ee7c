import { isDate } from "node:util/types";
import { ServiceFault } from "../faults";
import { Service } from "./service";

/** What a parameter takes, by the name that is written in a form. */
interface Kinds {
  number: number;
  string: string;
  boolean: boolean;
  array: unknown[];
  object: Record<string, unknown>;
  /** Text, or null to set the cell's property back. */
  text: string | null;
  any: unknown;
}

type Form = readonly (keyof Kinds)[];
type Taken<F extends Form> = { -readonly [Index in keyof F]: Kinds[F[Index]] };

/**
 * Checks a call's arguments against one form and gives them typed. A call that fits none of Apps Script's signatures throws
 * `The parameters (String) don't match the method signature for Range.setValues.` (reported text).
 */
export function take<const F extends Form>(where: string, args: readonly unknown[], form: F): Taken<F> {
  if (!fits(args, form)) throw mismatch(where, args);
  return args;
}

/** True when the arguments fit the form in number and kind. */
export function fits<const F extends Form>(args: readonly unknown[], form: F): args is Taken<F> {
  return args.length === form.length && form.every((kind, index) => isOfKind(args[index], kind));
}

/**
 * Arguments that a method of this runtime does not take. To the script it is what Apps Script says of arguments that fit no
 * signature; if the published types do allow them, the call is one that is not imitated.
 */
export class Mismatch extends ServiceFault {
  /** The kinds of the arguments, as the exception names them. */
  readonly kinds: string;

  constructor(where: string, args: readonly unknown[]) {
    const kinds = args.map(kindName).join(",");
    super(`The parameters (${kinds}) don't match the method signature for ${where}.`);
    this.kinds = kinds;
  }
}

/** The exception for arguments that fit no signature of the method. */
export function mismatch(where: string, args: readonly unknown[]): Mismatch {
  return new Mismatch(where, args);
}

function isOfKind(value: unknown, kind: keyof Kinds): boolean {
  switch (kind) {
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "text":
      return typeof value === "string" || value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isPlainObject(value);
    case "any":
      return true;
    default:
      return typeof value === kind;
  }
}

/** True for an object literal of the script, not an array, Date or service. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !isDate(value) &&
    !(value instanceof Service)
  );
}

function kindName(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (value instanceof Service) return value.service;
  if (Array.isArray(value)) return value.length === 0 ? "Array" : `${kindName(value[0])}[]`;
  if (isDate(value)) return "Date";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "object" ? "(class)" : typeof value;
}
