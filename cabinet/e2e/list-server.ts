// Hands out files of a folder over HTTP, as an authority hands out its revocation lists.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'

export type ListServer = { readonly url: (file: string) => string; readonly close: () => Promise<void> }

export async function serveLists(folder: string): Promise<ListServer> {
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'application/pkix-crl' }).end(readFileSync(join(folder, basename(url))))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: file => `http://127.0.0.1:${port}/${file}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
