// Starts GraphiQL, whose files lie beside this only where they have been installed.
"use strict";

const first = new URLSearchParams(location.search).get("query") ?? "{\n  snapshot {\n    id\n    builtAt\n  }\n}";

async function fetcher({ query, variables, operationName }) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return response.json();
}

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: first }),
);
