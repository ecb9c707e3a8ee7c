import { isDate } from "node:util/types";
import { ServiceFault } from "../faults";
import { generatedSignatures } from "../signatures.generated";
import { isPlainObject, mismatch } from "./arguments";
import { Service } from "./service";

interface Method {
  /** The name in exceptions, such as `SpreadsheetApp.Range.setValues`. */
  readonly where: string;
  readonly overloads: readonly (readonly string[])[];
}

/**
 * What Apps Script takes beyond its published types: other values than texts become texts (gas-fakes' tests, and reports), and
 * scopes may be asked for one by one (reference, ScriptApp).
 */
const wider: Readonly<Record<string, readonly string[]>> = {
  "SpreadsheetApp.DataValidationBuilder.requireValueInList": ["any[]", "any[], boolean"],
  "ScriptApp.getAuthorizationInfo": ["AuthMode", "AuthMode, string[]"],
  "PropertiesService.Properties.setProperty": ["string, any"],
};

/** By class and method, such as `Range.setValues`. */
const methods = new Map(
  Object.entries({ ...generatedSignatures, ...wider }).map(([where, overloads]): [string, Method] => [
    where.split(".").slice(-2).join("."),
    { where, overloads: overloads.map((text) => (text === "" ? [] : text.split(", "))) },
  ]),
);

/**
 * Checks a call's arguments against the published types. Throws what Apps Script throws if they fit no overload (`The
 * parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.`, reported) or cannot become what
 * the parameter is (`Cannot convert NaN to int.`, reported). False for a method that the types do not know.
 */
export function checkArguments(service: string, method: string, args: readonly unknown[]): boolean {
  const known = methods.get(`${service}.${method}`);
  if (known === undefined) return false;
  const overload = known.overloads.find((parameters) => fitsAll(parameters, args));
  if (overload === undefined) throw mismatch(known.where, args);
  overload.forEach((parameter, index) => {
    requireConvertible(parameter, args[index]);
  });
  return true;
}

function fitsAll(parameters: readonly string[], args: readonly unknown[]): boolean {
  const rest = parameters.at(-1)?.startsWith("...") ?? false;
  if (args.length > parameters.length && !rest) return false;
  return parameters.every((parameter, index) => {
    if (parameter.startsWith("...")) return true;
    const optional = parameter.endsWith("?");
    if (optional && args[index] === undefined) return true;
    return index < args.length && fitsType(args[index], optional ? parameter.slice(0, -1) : parameter);
  });
}

function fitsType(value: unknown, type: string): boolean {
  if (type.endsWith("[]")) return fitsArray(value, type.slice(0, -2));
  return type.split("|").some((alternative) => fitsOne(value, alternative));
}

/** Elements are compared too, but null stands for a missing one, and what is to be a byte is converted afterwards. */
function fitsArray(value: unknown, element: string): boolean {
  if (!Array.isArray(value)) return false;
  if (element === "byte") return true;
  const type = element.startsWith("(") ? element.slice(1, -1) : element;
  return value.every((item) => (item === null && !type.endsWith("[]")) || fitsType(item, type));
}

function fitsOne(value: unknown, type: string): boolean {
  switch (type) {
    case "any":
      return true;
    case "integer":
    case "byte":
      return typeof value === "number";
    case "null":
      return value === null;
    case "object":
      return isPlainObject(value);
    case "date":
      return isDate(value);
    case "string":
    case "number":
    case "boolean":
    case "function":
    case "undefined":
      return typeof value === type;
    default:
      return type.endsWith("[]")
        ? fitsArray(value, type.slice(0, -2))
        : value instanceof Service && value.service === type;
  }
}

function requireConvertible(type: string, value: unknown): void {
  if (type === "integer" && typeof value === "number" && !Number.isFinite(value)) {
    throw new ServiceFault(`Cannot convert ${value} to int.`);
  }
  if (type !== "byte[]" || !Array.isArray(value)) return;
  const wrong = value.find((item) => typeof item !== "number" || !Number.isFinite(item));
  if (wrong !== undefined) throw new ServiceFault(`Cannot convert ${String(wrong)} to byte.`);
}
