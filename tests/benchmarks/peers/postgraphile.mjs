// PostGraphile 5 over the same plans in PostgreSQL. Run by tests.benchmarks.graphql_peers.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const [modules, address, port] = process.argv.slice(2)
const require = createRequire(`${modules}/package.json`)
const { postgraphile } = require('postgraphile')
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber')
const { makePgService } = require('postgraphile/adaptors/pg')
const { grafserv } = require('postgraphile/grafserv/node')

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: address, schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false }
}
const serv = postgraphile(preset).createServ(grafserv)
const server = createServer()
server.on('error', (error) => { console.error(error); process.exit(1) })
await serv.addTo(server)
server.listen(Number(port), '127.0.0.1')
