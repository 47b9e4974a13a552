// Makes the custom elements manifest: the analyzer reads the JSDoc of the class, and a plugin reads attributes and events,
// which the scripts declare as typedefs.

import { readFileSync } from "node:fs";
import { create, ts } from "@custom-elements-manifest/analyzer/index.js";

const folder = new URL("../../../src/element/", import.meta.url);
const TAG = "article-widget";

const parse = (name) => ts.createSourceFile(name, readFileSync(new URL(name, folder), "utf8"), ts.ScriptTarget.ES2022, true);

/** The manifest of what is sent: define.js, which has the class in it, and embed.js. */
export function manifest() {
  const plugins = [{ name: "typedefs", moduleLinkPhase: ({ moduleDoc }) => complete(moduleDoc) }];
  const { modules, ...rest } = create({ modules: ["widget.js", "define.js"].map(parse), plugins });
  const [widget, define] = modules;
  // `define` extends the class without a name.
  const functions = define.declarations.filter(({ kind }) => kind === "function");
  define.declarations = [...widget.declarations.filter(({ customElement }) => customElement), ...functions];
  const exports = define.exports.filter(({ kind }) => kind === "js");
  define.exports = exports.map((exported) => ({ ...exported, declaration: { name: exported.declaration.name } }));
  const definition = { kind: "custom-element-definition", name: TAG, declaration: { name: "ArticleWidgetElement", module: "define.js" } };
  const embed = { kind: "javascript-module", path: "embed.js", declarations: [], exports: [definition] };
  return { ...rest, modules: [define, embed] };
}

/** Adds attributes, their properties and events to the declaration of the class. */
function complete({ declarations }) {
  const element = declarations.find(({ customElement }) => customElement);
  if (!element) return;
  const own = element.members.filter(({ kind, name, static: isStatic }) => kind === "field" && !isStatic && !name.startsWith("#"));
  const properties = new Map(typedef("properties.js", "ArticleWidgetProperties").map((property) => [property.name, property]));
  const attributes = defaults().map(([name, value]) => {
    const fieldName = name.replace(/-./, ([, letter]) => letter.toUpperCase());
    const { type, description } = properties.get(fieldName);
    return { name, type, description, default: value, fieldName };
  });
  const fields = attributes.map(({ name, fieldName, type, description, default: value }) => ({
    kind: "field",
    name: fieldName,
    type,
    description,
    default: value,
    attribute: name,
    reflects: true,
  }));
  element.superclass = { name: "HTMLElement" };
  element.attributes = attributes;
  element.members = [...fields, ...own.map(({ kind, name, type, description }) => ({ kind, name, type, description, default: "null" }))];
  element.events = typedef("events.js", "ArticleWidgetEventDetails").map(({ name, type, description }) => ({
    name: `${TAG}-${name}`,
    type: { text: `CustomEvent<${type.text}>` },
    description,
  }));
}

/** The properties of a typedef: names, types, descriptions. */
function typedef(script, wanted) {
  const tags = [];
  const visit = (node) => {
    for (const doc of node.jsDoc ?? []) tags.push(...(doc.tags ?? []).filter(ts.isJSDocTypedefTag));
    ts.forEachChild(node, visit);
  };
  const file = parse(script);
  visit(file);
  const found = tags.find(({ name }) => name?.text === wanted);
  return found.typeExpression.jsDocPropertyTags.map(({ name, typeExpression, comment }) => ({
    name: name.text,
    type: { text: typeExpression.type.getText().replaceAll(" | (string & {})", "") },
    description: ts.getTextOfJSDocComment(comment).replace(/\s+/g, " "),
  }));
}

/** The attributes and their values where they are absent, as properties.js declares them. */
function defaults() {
  const { statements } = parse("properties.js");
  const found = statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]);
  const { initializer } = found.find(({ name }) => name.text === "ATTRIBUTES");
  return initializer.properties.map(({ name, initializer: value }) => [name.text, value.getText()]);
}
