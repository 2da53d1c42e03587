// An OCSP responder for tests: real HTTP on loopback, answers by whatever is next in its script. RFC 6960 §A.1.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readDer } from '../der/read.ts'
import { readOctetString } from '../der/value.ts'

export type Asked = { readonly headers: IncomingHttpHeaders; readonly body: Uint8Array; readonly nonce: Uint8Array }
export type Behaviour = (asked: Asked, response: ServerResponse) => void

export type TestResponder = { readonly url: string; readonly close: () => Promise<void> }

export async function startResponder(behaviour: Behaviour): Promise<TestResponder> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    behaviour({ headers: request.headers, body, nonce: nonceIn(body) }, response)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo // listening on TCP
  const close = () =>
    new Promise<void>(closed => {
      server.closeAllConnections()
      server.close(() => closed())
    })
  return { url: `http://127.0.0.1:${port}/`, close }
}

/** Answers with these octets. */
export function answering(make: (asked: Asked) => Uint8Array): Behaviour {
  return (asked, response) => response.setHeader('content-type', 'application/ocsp-response').end(make(asked))
}

/** OCSPRequest { tbsRequest { requestList, [2] { extensions { nonce } } } }, as our own client writes it. */
function nonceIn(request: Uint8Array): Uint8Array {
  const [, extensions] = readDer(request).children[0]?.children ?? []
  const value = extensions?.children[0]?.children[0]?.children[1]
  if (!value) throw new RangeError('a request without a nonce')
  return readOctetString(readDer(readOctetString(value)))
}
