// Makes one declaration file of those that TypeScript makes of the scripts: pages copy define.d.ts alone.

import { fileURLToPath } from "node:url";
import ts from "typescript";

const folder = fileURLToPath(new URL("../../../src/element/", import.meta.url));
/** The scripts whose declarations are public, in the order in which they are written. */
const PARTS = ["events.js", "properties.js", "widget.js", "define.js"];
/** What TypeScript calls the type of the class that the element extends. */
const BASE = "ArticleWidgetElement_base";
/** What stands before the name of a type of another script. */
const IMPORTED = /import\("\.\/\w+\.js"\)\./g;
/** Declarations for all of the page, which JSDoc cannot express. */
const GLOBALS = "globals.d.ts";

/** The text of define.d.ts. */
export function declarations() {
  const { config } = ts.readConfigFile(`${folder}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, folder);
  Object.assign(options, { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: "/" });
  const program = ts.createProgram([...PARTS, GLOBALS].map((name) => folder + name), options);
  const emitted = new Map();
  program.emit(undefined, (path, text) => emitted.set(path.slice(path.lastIndexOf("/") + 1), text));

  const texts = PARTS.map((name) => emitted.get(name.replace(/js$/, "d.ts"))).concat(ts.sys.readFile(folder + GLOBALS));
  // With an explicit export, what is declared without the word is not exported.
  return `${[...texts.flatMap(publicStatements), "export {};"].join("\n\n")}\n`;
}

/** The statements that remain when all are in one file: imports are not needed, nor exports of other scripts. */
function publicStatements(text) {
  const file = ts.createSourceFile("part.d.ts", text, ts.ScriptTarget.Latest, true);
  return file.statements.filter(isPublic).map(withoutPrivates);
}

function isPublic(statement) {
  if (ts.isClassDeclaration(statement) || ts.isModuleDeclaration(statement)) return true;
  if (ts.isTypeAliasDeclaration(statement)) return statement.name.text.startsWith("ArticleWidget");
  if (ts.isFunctionDeclaration(statement)) return statement.name.text === "define";
  return ts.isVariableStatement(statement) && statement.declarationList.declarations[0].name.text === BASE;
}

/** The text of a statement, without private and internal members. */
function withoutPrivates(statement) {
  let text = statement.getFullText().trim();
  for (const member of statement.members ?? []) {
    const isPrivate = member.name && ts.isPrivateIdentifier(member.name);
    if (isPrivate || member.getFullText().includes("@internal")) text = text.replace(member.getFullText(), "");
  }
  return text.replace(IMPORTED, "");
}

/** The names of the types that a declaration file exports. */
export function exportedTypes(text) {
  const file = ts.createSourceFile("define.d.ts", text, ts.ScriptTarget.Latest, true);
  const isType = (statement) => ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement);
  return file.statements.filter(isType).map(({ name }) => name.text).sort();
}

/** The names of the properties of the type of this name. */
export function properties(text, name) {
  const file = ts.createSourceFile("define.d.ts", text, ts.ScriptTarget.Latest, true);
  const alias = file.statements.find((statement) => statement.name?.text === name);
  return alias.type.members.map((member) => member.name.text);
}

/** The texts that the type of this name is a union of, in its order. */
export function literals(text, name) {
  const file = ts.createSourceFile("define.d.ts", text, ts.ScriptTarget.Latest, true);
  const alias = file.statements.find((statement) => statement.name?.text === name);
  const found = [];
  const visit = (node) => {
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) found.push(node.literal.text);
    ts.forEachChild(node, visit);
  };
  visit(alias);
  return found;
}
