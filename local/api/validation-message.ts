import type { ErrorObject } from "ajv";

const mostProblems = 5;

/**
 * The message of a 400 answer: each field at fault by its name in the request, and what the contract wants of it, as in
 * `lineItems[0].quantity must be >= 1; shippingAddress.zip is required`. Five problems at most.
 */
export function validationMessage(errors: readonly ErrorObject[]): string {
  const problems = [...new Set(errors.map(problem))];
  const more = problems.length - mostProblems;
  return problems.slice(0, mostProblems).join("; ") + (more > 0 ? `; and ${more} more` : "");
}

function problem(error: ErrorObject): string {
  // The validator puts the body under "requestBody" and the parameters under "query" or "path".
  const place = error.instancePath.split("/").slice(2).map(decode);
  if (error.keyword === "required")
    return `${fieldName([...place, error.params.missingProperty])} is required`;
  if (error.keyword === "additionalProperties") {
    return `${fieldName([...place, error.params.additionalProperty])} is not a parameter of this request`;
  }
  if (error.keyword === "enum") {
    return `${fieldName(place)} must be one of ${error.params.allowedValues.join(", ")}`;
  }
  return `${fieldName(place)} ${error.message ?? "is not valid"}`;
}

function fieldName(place: readonly string[]): string {
  return place.reduce((name, part) => {
    if (/^\d+$/.test(part)) return `${name}[${part}]`;
    return name === "" ? part : `${name}.${part}`;
  }, "");
}

/** ajv's places are JSON Pointers (RFC 6901), which write `/` and `~` in another way. */
function decode(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
