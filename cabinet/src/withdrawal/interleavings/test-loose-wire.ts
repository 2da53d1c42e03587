// For tests: the wire between the service and PostgreSQL, which is cut when a COMMIT has been carried out and before its reply arrives.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type LooseWire = {
  readonly url: string
  readonly cutAfter: (commits: number) => void // the n-th from now on loses its reply, and the connection
  readonly cuts: () => number
  readonly close: () => Promise<void>
}

const COMMITTED = 'COMMIT\0' // the tag of CommandComplete

export async function openLooseWire(databaseUrl: string): Promise<LooseWire> {
  const { port, hostname } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let left = Number.POSITIVE_INFINITY
  let cuts = 0
  const server = createServer(client => {
    const database = connect(Number(port), hostname)
    for (const socket of [client, database]) sockets.add(socket.on('error', () => {}))
    const end = () => {
      for (const socket of [client, database]) socket.destroy()
    }
    client.on('data', bytes => database.write(bytes)).on('close', end)
    database.on('data', bytes => {
      if (bytes.includes(COMMITTED) && --left === 0) {
        cuts++
        end()
      } else client.write(bytes)
    })
    database.on('close', end)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = new URL(databaseUrl)
  address.hostname = '127.0.0.1'
  address.port = String((server.address() as AddressInfo).port)
  return {
    url: address.href,
    cutAfter: commits => {
      left = commits
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
