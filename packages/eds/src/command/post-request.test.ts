// The one place of this package that speaks to the network.
import { afterEach, describe, expect, it } from 'vitest'
import { writeOcspRequest } from '../revocation/ocsp-request.ts'
import * as make from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import { postRequest, RequestError } from './post-request.ts'
import { type Behaviour, startResponder, type TestResponder } from './test-responder.ts'

const { certificate } = make.makeRoot(rsaKey('post root'))
const request = writeOcspRequest({ certificate, issuer: certificate, nonce: new Uint8Array(32) })
let server: TestResponder | undefined

async function post(behaviour: Behaviour, timeout = 5000) {
  server = await startResponder(behaviour)
  return postRequest(server.url, request, timeout)
}

afterEach(async () => {
  await server?.close()
  server = undefined
})

describe('a request', () => {
  it('brings the octets of the answer, whatever they are', async () => {
    expect(await post((_, response) => response.end('octets'))).toEqual(Buffer.from('octets'))
  })

  for (const [because, message, behaviour] of [
    ['nothing is answered', 'no answer in 0.2 s', () => {}],
    ['the answer never ends', 'no answer in 0.2 s', (_, response) => response.write('begun')],
    ['the answer has no end in sight', 'an answer of unusual size', (_, response) => drip(response)],
    ['the status is not 200', 'status 404', (_, response) => response.writeHead(404).end('none')],
    ['it is sent elsewhere', 'unexpected redirect', (_, response) => response.writeHead(301, { location: '/' }).end()],
  ] as const satisfies readonly (readonly [string, string, Behaviour])[])
    it(`is given up when ${because}`, async () => {
      await expect(post(behaviour, message.includes('0.2') ? 200 : 5000)).rejects.toThrow(new RequestError(message))
    })
})

function drip(response: Parameters<Behaviour>[1]): void {
  if (!response.destroyed) response.write(Buffer.alloc(16_384), () => setImmediate(() => drip(response)))
}
