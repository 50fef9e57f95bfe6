// Mercurius without its JIT over the same plans, all in memory. Run by tests.benchmarks.graphql_peers.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'

const [modules, rows, port] = process.argv.slice(2)
const require = createRequire(`${modules}/package.json`)
const Fastify = require('fastify')
const mercurius = require('mercurius')

const indicators = []
const places = new Map()
for await (const line of createInterface({ input: createReadStream(rows) })) {
  const row = JSON.parse(line)
  places.set(row.code, indicators.length)
  indicators.push(row)
}

const schema = `
  type Value { year: Int value: String number: Float phase: String }
  type Municipality { name: String! }
  type Plan { code: ID! title: String! publishedOn: String }
  type Indicator {
    code: ID! name: String! unit: String values: [Value!]! municipality: Municipality plan: Plan!
  }
  type Edge { cursor: String! node: Indicator! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Page { edges: [Edge!]! pageInfo: PageInfo! }
  type Query { indicator(code: ID!): Indicator indicators(first: Int!, after: String): Page! }
`
const cursor = (row) => Buffer.from(`1:facts:${row.code}`).toString('base64url')
const resolvers = {
  Query: {
    indicator: (_, { code }) => indicators[places.get(code)] ?? null,
    indicators: (_, { first, after }) => {
      const code = after && Buffer.from(after, 'base64url').toString().slice('1:facts:'.length)
      const start = code ? places.get(code) + 1 : 0
      const page = indicators.slice(start, start + first)
      return {
        edges: page.map((node) => ({ cursor: cursor(node), node })),
        pageInfo: {
          hasNextPage: start + first < indicators.length,
          endCursor: page.length ? cursor(page[page.length - 1]) : null
        }
      }
    }
  }
}
const app = Fastify()
app.register(mercurius, { schema, resolvers })
await app.listen({ port: Number(port), host: '127.0.0.1' })
