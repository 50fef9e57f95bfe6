// Snippets: the query that stands in the editor, as other programs would send it.

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

export function address(query, variables) {
  const parameters = new URLSearchParams({ query });
  if (variables) parameters.set("variables", JSON.stringify(variables));
  return `/graphql?${parameters}`;
}

export const SNIPPETS = {
  link: (origin, query, variables) => origin + address(query, variables),

  curl: (origin, query, variables) =>
    [
      `curl ${origin}/graphql \\`,
      "  -H 'content-type: application/json' \\",
      `  -d ${quoted(JSON.stringify({ query, variables }))}`,
    ].join("\n"),

  python: (origin, query, variables) =>
    [
      "import json",
      "import urllib.request",
      "",
      // JSON text in a Python string: both escape alike but for the quotes around it.
      `body = json.dumps({"query": ${JSON.stringify(query)}, "variables": json.loads(${JSON.stringify(JSON.stringify(variables ?? null))})})`,
      "request = urllib.request.Request(",
      `    "${origin}/graphql", body.encode(), {"content-type": "application/json"}`,
      ")",
      "with urllib.request.urlopen(request) as response:",
      '    print(json.dumps(json.load(response)["data"], ensure_ascii=False, indent=2))',
    ].join("\n"),

  javascript: (origin, query, variables) =>
    [
      `const response = await fetch(${JSON.stringify(`${origin}/graphql`)}, {`,
      '  method: "POST",',
      '  headers: { "content-type": "application/json" },',
      `  body: JSON.stringify(${JSON.stringify({ query, variables }, null, 2).replaceAll("\n", "\n  ")}),`,
      "});",
      "console.log((await response.json()).data);",
    ].join("\n"),
};
