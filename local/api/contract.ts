import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { type Document, OpenAPIRouter, OpenAPIValidator, type Operation } from "openapi-backend";
import { parse } from "yaml";
import type { ApiRequest } from "./exchange";
import { validationMessage } from "./validation-message";

/** A request that keeps the contract, with what its path, query and body hold. */
export interface CheckedRequest {
  params: Record<string, string>;
  /** Numbers if the contract says integer, defaults filled in. */
  query: Record<string, string | number>;
  /** The body as the operation's schema describes it; undefined for an operation without one. */
  body: unknown;
}

/** An operation of the contract that a request asks for. */
export interface ContractOperation {
  /** The contract's operationId. */
  id: string;
  /** The scope that the API key needs, as `orders:write`. */
  requiredScope: string;
  /** Holds the request against the operation's schemas. The message names every field at fault. */
  check(request: ApiRequest): { ok: true; request: CheckedRequest } | { ok: false; message: string };
}

/** The API's contract, ready to be asked. */
export interface Contract {
  /** The path of the contract's server address, which all of its paths are under: `/customer/api/open/v1`. */
  basePath: string;
  /** The operation that a request asks for, or undefined if the contract has none. */
  match(request: ApiRequest): ContractOperation | undefined;
  /** What in an answer is not as the contract says; empty when all is. A status the contract leaves out is a problem. */
  responseProblems(operationId: string, status: number, body: unknown): string[];
}

let loaded: Contract | undefined;

/** The contract in `contract.yaml`, read and compiled at the first call. */
export function contract(): Contract {
  loaded ??= compile(readFileSync(fileURLToPath(new URL("./contract.yaml", import.meta.url)), "utf8"));
  return loaded;
}

function compile(text: string): Contract {
  const source: unknown = parse(text);
  // The file is this project's own; openapi-backend's router and validator want it with its references resolved.
  const definition = dereference(source, source) as Document;
  const basePath = new URL(definition.servers?.[0]?.url ?? "http://localhost/").pathname;
  const router = new OpenAPIRouter({ definition, apiRoot: basePath });
  const validator = new OpenAPIValidator({
    definition,
    router,
    coerceTypes: true,
    lazyCompileValidators: true,
    ajvOpts: { allErrors: true, useDefaults: true },
    customizeAjv: (ajv) => addFormats(ajv),
  });
  return {
    basePath,
    match(request) {
      const operation = router.matchOperation(request);
      if (operation?.operationId === undefined) return undefined;
      return {
        id: operation.operationId,
        requiredScope: requiredScope(operation),
        check: (asked) => check(validator, operation, asked),
      };
    },
    responseProblems(operationId, status, body) {
      const operation = router.getOperation(operationId);
      if (operation?.responses?.[String(status)] === undefined)
        return [`${operationId} has no answer ${status}`];
      const errors = validator.validateResponse(body, operation, status).errors ?? [];
      return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
    },
  };
}

function check(
  validator: OpenAPIValidator,
  operation: Operation,
  request: ApiRequest,
): ReturnType<ContractOperation["check"]> {
  const body =
    operation.requestBody === undefined ? { ok: true as const, body: undefined } : readBody(request);
  if (!body.ok) return body;
  const asked = body.body === undefined ? { ...request, body: undefined } : { ...request, body: body.body };
  const result = validator.validateRequest(asked, operation);
  if (result.errors) return { ok: false, message: validationMessage(result.errors as ErrorObject[]) };
  return {
    ok: true,
    request: { params: result.coerced?.params ?? {}, query: queryOf(result.coerced?.query), body: body.body },
  };
}

function readBody(request: ApiRequest): { ok: true; body: object } | { ok: false; message: string } {
  try {
    const body: unknown = JSON.parse(request.body);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ok: true, body };
    return { ok: false, message: "The request body must be an object" };
  } catch {
    return { ok: false, message: "The request body is not JSON" };
  }
}

function queryOf(query: unknown): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(query ?? {})) {
    if (typeof value === "string" || typeof value === "number") found[name] = value;
  }
  return found;
}

function requiredScope(operation: Operation): string {
  const scope: unknown = Object.entries(operation).find(([name]) => name === "x-required-scope")?.[1];
  if (typeof scope !== "string")
    throw new Error(`contract.yaml: ${operation.operationId} names no x-required-scope`);
  return scope;
}

function dereference(node: unknown, root: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => dereference(item, root));
  if (typeof node !== "object" || node === null) return node;
  if ("$ref" in node && typeof node.$ref === "string") return dereference(target(node.$ref, root), root);
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, dereference(value, root)]));
}

function target(reference: string, root: unknown): unknown {
  let node = root;
  for (const name of reference.replace("#/", "").split("/")) {
    node =
      typeof node === "object" && node !== null
        ? Object.entries(node).find(([key]) => key === name)?.[1]
        : undefined;
  }
  if (node === undefined) throw new Error(`contract.yaml: nothing stands at ${reference}`);
  return node;
}
