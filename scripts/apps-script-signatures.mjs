// Makes local/runtime/signatures.generated.ts: the parameters of every method of the services that the local runtime has at
// least a part of, read from @types/google-apps-script. TypeScript 7 has no API, so another parser reads the declarations.
// With --check it writes nothing and ends with 1 if the file in the repository is not what it would write.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const types = dirname(createRequire(import.meta.url).resolve("@types/google-apps-script/package.json"));

/** The declaration files to read, and the global through which their classes are reached; "" for none (reported texts). */
const files = {
  spreadsheet: "SpreadsheetApp",
  base: "",
  properties: "PropertiesService",
  cache: "CacheService",
  lock: "LockService",
  "url-fetch": "",
  utilities: "",
  html: "HtmlService",
  script: "",
};

/** Declared once more under an inner name; what Apps Script calls a number. */
const basic = {
  TSStringKeyword: "string",
  TSNumberKeyword: "number",
  TSBooleanKeyword: "boolean",
  TSAnyKeyword: "any",
  TSUnknownKeyword: "any",
  TSNullKeyword: "null",
  TSUndefinedKeyword: "undefined",
  TSObjectKeyword: "object",
  TSTypeLiteral: "object",
  TSMappedType: "object",
  TSFunctionType: "function",
  TSVoidKeyword: "undefined",
};
const named = {
  Integer: "integer",
  Byte: "byte",
  Char: "string",
  BigNumber: "any",
  Date: "date",
  Object: "object",
};

/** Reads the declarations: interfaces with their members, and aliases, by name. */
function declarationsOf(file) {
  const path = join(types, `google-apps-script.${file}.d.ts`);
  const { program, errors } = parseSync(path, readFileSync(path, "utf8"));
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const interfaces = new Map();
  const aliases = new Map();
  const visit = (nodes) => {
    for (const outer of nodes) {
      const node = outer.declaration ?? outer;
      if (node.type === "TSModuleDeclaration" && node.body) visit(node.body.body ?? [node.body]);
      if (node.type === "TSInterfaceDeclaration") {
        interfaces.set(node.id.name, [...(interfaces.get(node.id.name) ?? []), ...node.body.body]);
      }
      if (node.type === "TSTypeAliasDeclaration") aliases.set(node.id.name, node.typeAnnotation);
    }
  };
  visit(program.body);
  return { interfaces, aliases };
}

/** A type in the notation of the generated file: names, `[]` behind what is in an array, `|` between alternatives. */
function typeText(type, scope) {
  const simple = basic[type.type];
  if (simple !== undefined) return simple;
  switch (type.type) {
    case "TSArrayType":
      return arrayOf(typeText(type.elementType, scope));
    case "TSUnionType":
      return [...new Set(type.types.map((part) => typeText(part, scope)))].join("|");
    case "TSParenthesizedType":
      return typeText(type.typeAnnotation, scope);
    case "TSLiteralType":
      return typeof type.literal.value;
    case "TSTypeReference":
      return referenceText(type, scope);
    default:
      throw new Error(`A type that is not understood: ${type.type}`);
  }
}

function referenceText({ typeName, typeArguments }, scope) {
  const name = typeName.type === "TSQualifiedName" ? typeName.right.name : typeName.name;
  if (name === "Array" || name === "ReadonlyArray") return arrayOf(typeText(typeArguments.params[0], scope));
  if (named[name] !== undefined) return named[name];
  const alias = scope.aliases.get(name);
  if (alias !== undefined) return typeText(alias, scope);
  const members = scope.interfaces.get(name);
  const isRecord = members?.every(
    ({ type }) => type === "TSPropertySignature" || type === "TSIndexSignature",
  );
  return isRecord ? "object" : name;
}

function arrayOf(element) {
  return element.includes("|") ? `(${element})[]` : `${element}[]`;
}

function parameterText(parameter, scope) {
  if (parameter.type === "RestElement") {
    return `...${typeText(parameter.typeAnnotation.typeAnnotation, scope)}`;
  }
  const text = typeText(parameter.typeAnnotation.typeAnnotation, scope);
  return parameter.optional ? `${text}?` : text;
}

/** The text of the generated file, not yet formatted. */
function signaturesSource() {
  const lines = [];
  for (const [file, global] of Object.entries(files)) {
    const scope = declarationsOf(file);
    for (const [name, members] of scope.interfaces) {
      const overloads = new Map();
      for (const member of members) {
        if (member.type !== "TSMethodSignature" || member.key.type !== "Identifier") continue;
        const parameters = member.params.map((parameter) => parameterText(parameter, scope)).join(", ");
        const known = overloads.get(member.key.name) ?? [];
        if (!known.includes(parameters)) overloads.set(member.key.name, [...known, parameters]);
      }
      const where = global === "" || name === global ? name : `${global}.${name}`;
      for (const [method, signatures] of overloads) {
        lines.push(`  "${where}.${method}": ${JSON.stringify(signatures)},`);
      }
    }
  }
  return `// Generated by scripts/apps-script-signatures.mjs (npm run signatures) from @types/google-apps-script. Do not edit.

/** Parameters of each method's overloads, by the name that an exception gives the method. */
export const generatedSignatures: Readonly<Record<string, readonly string[]>> = {
${lines.sort().join("\n")}
};
`;
}

/** Lays a text out as the formatter would not, so that two texts of the same tokens are equal. */
function bare(text) {
  return text.replace(/\s+/g, "").replaceAll(",]", "]");
}

const file = join(root, "local/runtime/signatures.generated.ts");
if (!process.argv.includes("--check")) {
  writeFileSync(file, signaturesSource());
  execFileSync("npx", ["biome", "format", "--write", file], { stdio: "inherit" });
} else if (bare(readFileSync(file, "utf8")) !== bare(signaturesSource())) {
  console.error(
    "local/runtime/signatures.generated.ts is not what the installed types say; npm run signatures makes it anew.",
  );
  process.exitCode = 1;
}
