// QR_AUTH=eds: the statement is given to the person whose it is and to nobody else who has the code.
import { loginXml } from '@otinish/simulators/egov-mobile/login-xml'
import type { KeyStore } from '@otinish/simulators/p12/read'
import { revocationOf } from '@otinish/simulators/pki/revocation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withData } from '../qr-signing/test-phone.ts'
import { AIGERIM, SERIK, sign, TODAY } from '../test-authority.ts'
import { SITE, type TestService, testService } from '../test-service.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { codeFor, type Draft, draftFor, type PhoneRoad, phoneRoad } from '../withdrawal/test-phone-road.ts'

const MINUTE = 60_000
const cleanups: (() => Promise<void>)[] = []
let service: TestService
let road: PhoneRoad
let draft: Draft
let auth: KeyStore // AIGERIM's, for authentication
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean), settings: { QR_AUTH: 'eds' } })
  road = await phoneRoad(service)
  draft = await draftFor(road, 'a-1')
  auth = await road.authority.authentication(AIGERIM)
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

const documentsOf = (id: string) => `${SITE}/qr/v1/mgovSign/${id}/documents`

async function opened() {
  const { id } = await codeFor(road.browser, draft)
  const { json } = await road.phone.api1(id)
  const post = (xml: string) => road.phone.call('POST', documentsOf(id), {}, JSON.stringify({ xml }))
  return { id, first: json, post }
}

const CASES: readonly [string, ProblemCode, (id: string) => string | Promise<string>][] = [
  [
    'somebody else’s key',
    'qr-wrong-person',
    async id => loginXml(await road.authority.authentication(SERIK), documentsOf(id), TODAY),
  ],
  ['the person’s key for signing', 'qr-login-key', id => loginXml(road.store, documentsOf(id), TODAY)],
  ['a login to another operation', 'qr-login-other', () => loginXml(auth, documentsOf('A'.repeat(22)), TODAY)],
  [
    'a login to another site',
    'qr-login-other',
    id => loginXml(auth, documentsOf(id).replace(SITE, 'https://evil.example'), TODAY),
  ],
  [
    'a login of six minutes ago',
    'qr-login-other',
    id => loginXml(auth, documentsOf(id), new Date(TODAY.getTime() - 6 * MINUTE)),
  ],
  [
    'a login of a clock six minutes ahead',
    'qr-login-other',
    id => loginXml(auth, documentsOf(id), new Date(TODAY.getTime() + 6 * MINUTE)),
  ],
  [
    'a revoked key',
    'signature-certificate-revoked',
    async id => {
      const revoked = await road.authority.authentication(AIGERIM)
      service.pki.control({ revoked: [revocationOf(revoked.certificate, TODAY)] })
      return loginXml(revoked, documentsOf(id), TODAY)
    },
  ],
  [
    'a key of an authority that nobody verified',
    'signature-untrusted',
    id => loginXml(road.authority.foreign(AIGERIM), documentsOf(id), TODAY),
  ],
  [
    'an employer’s key',
    'signature-not-personal',
    id => loginXml(road.authority.companyHead(AIGERIM), documentsOf(id), TODAY),
  ],
  ['nothing', 'signature-unreadable', () => ''],
  [
    'no signature',
    'signature-unreadable',
    id => `<login><url>${documentsOf(id)}</url><timeStamp>1781593200</timeStamp></login>`,
  ],
]

describe('a statement behind a signature', () => {
  it.each(CASES)('is not given for %s', async (_, code, xmlFor) => {
    const { id, post } = await opened()
    const { status, json } = await post(await xmlFor(id))
    expect([status, json]).toEqual([403, { message: PROBLEMS[code].text.ru }])
  })

  it('is not given while the authority cannot tell: unknown is never good', async () => {
    const { id, post } = await opened()
    service.pki.control({ ocsp: 'down' })
    const { status } = await post(loginXml(auth, documentsOf(id), TODAY))
    service.pki.control({ ocsp: 'good' })
    expect(status).toBe(503)
  })

  it('is not given by token or by nothing, and nobody signs what they were not given', async () => {
    const { id, first, post } = await opened()
    expect(first.document).toEqual({ uri: documentsOf(id), auth_type: 'Eds' })
    expect((await road.phone.api2(id, 'A'.repeat(43))).status).toBe(403)
    expect((await road.phone.call('GET', documentsOf(id), {})).status).toBe(403)
    expect((await road.phone.call('POST', documentsOf(id), {}, 'xml')).status).toBe(400)
    const body = {
      signMethod: 'CMS_WITH_DATA',
      documentsToSign: [{ id: 1, document: { file: { data: sign(road.store, draft.pdf) } } }],
    }
    expect((await road.phone.call('PUT', documentsOf(id), {}, JSON.stringify(body))).status).toBe(404)
    expect((await post(loginXml(auth, documentsOf(id), TODAY))).status).toBe(200)
  })

  it('is given to its person, who signs it with the other key; a relative’s signature by the same code is refused', async () => {
    const { id, post } = await opened()
    const { json: served } = await post(loginXml(auth, documentsOf(id), TODAY))
    const pdf = Buffer.from(served.documentsToSign[0].document.file.data, 'base64')
    expect(pdf.equals(draft.pdf)).toBe(true)
    const put = (cms: string) => road.phone.call('PUT', documentsOf(id), {}, JSON.stringify(withData(served, cms)))
    const relative = await put(sign(road.authority.signing(SERIK), pdf))
    expect([relative.status, relative.json.message]).toEqual([403, PROBLEMS['qr-wrong-person'].text.ru])

    const again = await opened()
    await again.post(loginXml(auth, documentsOf(again.id), TODAY))
    const body = JSON.stringify(withData(served, sign(road.store, pdf)))
    expect((await road.phone.call('PUT', documentsOf(again.id), {}, body)).json).toEqual({ status: 'success' })
    expect(await service.database.owner`select method from withdrawal`).toEqual([{ method: 'qr' }])
  })
})
