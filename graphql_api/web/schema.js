// The schema as introspection tells it, and what fits at a place in a query.

import { tokens } from "./colours.js";

const TYPE = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
const INPUT = `name description defaultValue isDeprecated deprecationReason type { ${TYPE} }`;
const INTROSPECTION = `query Reference { __schema {
  queryType { name } subscriptionType { name }
  types {
    kind name description isOneOf
    fields(includeDeprecated: true) {
      name description isDeprecated deprecationReason type { ${TYPE} } args { ${INPUT} }
    }
    inputFields { ${INPUT} }
    enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    possibleTypes { name } interfaces { name }
  }
} }`;
const OPENED = ["{", "(", "["];

export const nameOf = (type) => (type.ofType ? nameOf(type.ofType) : type.name);

export function spelled(type) {
  if (type.kind === "NON_NULL") return `${spelled(type.ofType)}!`;
  if (type.kind === "LIST") return `[${spelled(type.ofType)}]`;
  return type.name;
}

export class Schema {
  constructor(told) {
    this.types = new Map(told.types.map((type) => [type.name, type]));
    this.query = told.queryType.name;
    this.subscription = told.subscriptionType?.name;
  }

  static async load() {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: INTROSPECTION }),
    });
    const { data } = await response.json();
    return new Schema(data.__schema);
  }

  own() {
    return [...this.types.values()].filter((type) => !type.name.startsWith("__"));
  }

  field(typeName, name) {
    return this.types.get(typeName)?.fields?.find((field) => field.name === name);
  }

  isComposite(name) {
    return Boolean(this.types.get(name)?.fields || this.types.get(name)?.possibleTypes);
  }

  // What may be written at the end of a text: fields, arguments or values, and the word begun.
  offers(text) {
    const begun = text.match(/[A-Za-z_]\w*$/)?.[0] ?? "";
    const place = this.place(text.slice(0, text.length - begun.length));
    const found = this.fitting(place).filter((one) => one.name.startsWith(begun));
    return { begun, found };
  }

  fitting(place) {
    if (!place) return [];
    const type = this.types.get(place.type);
    if (place.value) {
      const values = this.types.get(place.value)?.enumValues;
      if (values) return values.map((one) => ({ name: one.name, told: one.description }));
    }
    if (place.kind === "selection") {
      return (type?.fields ?? []).map((one) => ({
        name: one.name,
        told: one.description,
        after: this.isComposite(nameOf(one.type)) ? " {}" : "",
      }));
    }
    const inputs = place.kind === "arguments" ? place.field?.args : type?.inputFields;
    return (inputs ?? []).map((one) => ({ name: one.name, told: one.description, after: ": " }));
  }

  // The innermost place that is open at the end of a text.
  place(text) {
    const open = [];
    let upcoming = this.query;
    let field = null;
    let value = null;
    let before = null;
    for (const token of tokens(text)) {
      const inner = open.at(-1);
      if (OPENED.includes(token.text)) {
        open.push(this.opened(token.text, inner, { upcoming, field, value }));
        value = token.text === "[" ? value : null;
      } else if (["}", ")", "]"].includes(token.text)) {
        const closed = open.pop();
        value = null;
        if (closed?.kind === "selection" && open.length === 0) upcoming = this.query;
      } else if (!inner) {
        if (token.text === "subscription") upcoming = this.subscription;
        if (before?.text === "on") upcoming = token.text;
      } else if (inner.kind === "selection" && token.kind === "word") {
        if (before?.text === "on") {
          upcoming = token.text;
        } else if (!/\.\.\.\s*$/.test(text.slice(0, token.at))) {
          field = this.field(inner.type, token.text) ?? null;
          upcoming = field ? nameOf(field.type) : null;
        }
      } else if (inner.kind !== "selection") {
        value = token.kind === "label" ? this.inputType(inner, token.text) : null;
      }
      before = token;
    }
    const inner = open.at(-1);
    return inner ? { ...inner, value } : null;
  }

  opened(bracket, inner, { upcoming, field, value }) {
    if (bracket === "(") return { kind: inner ? "arguments" : "variables", field };
    if (bracket === "[") return inner ? { ...inner, list: value } : { kind: "variables" };
    const isInput = inner && inner.kind !== "selection";
    return isInput
      ? { kind: "input", type: value ?? inner.list }
      : { kind: "selection", type: upcoming };
  }

  inputType(inner, name) {
    const inputs =
      inner.kind === "arguments" ? inner.field?.args : this.types.get(inner.type)?.inputFields;
    const found = inputs?.find((one) => one.name === name);
    return found ? nameOf(found.type) : null;
  }
}
