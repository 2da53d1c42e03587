// Documents that are signed, and the report on them.
import { describe, expect, it } from 'vitest'
import { contextPrimitive } from './der/write.ts'
import * as make from './test-certificates.ts'
import * as cms from './test-cms.ts'
import { gostKey, rsaKey } from './test-keys.ts'
import { examineSignature, type VerifyOptions, verifySignature } from './verify-signature.ts'

const gostRoot = make.makeRoot(gostKey('cms root'), 'GOST ROOT')
const rsaRoot = make.makeRoot(rsaKey('cms root'), 'RSA ROOT')
const signer = make.makePerson(gostRoot, gostKey('cms person'))
const rsaSigner = make.makePerson(rsaRoot, rsaKey('cms person'), { serial: 7n })
const TRUST: VerifyOptions = { anchors: [gostRoot.certificate, rsaRoot.certificate], at: make.NOON }

const verify = (bytes: Uint8Array, options: Partial<VerifyOptions> = {}) =>
  verifySignature(bytes, { ...TRUST, ...options })
const by = (options: cms.SignerOptions, rest: cms.CmsOptions = {}) =>
  cms.makeCms([rsaSigner], { ...rest, oneSigner: options })

describe('a signed document is valid', () => {
  for (const [what, bytes, options] of [
    ['attached, GOST', cms.makeCms([signer]), {}],
    ['attached, RSA', cms.makeCms([rsaSigner]), {}],
    ['attached, with the same content given', cms.makeCms([rsaSigner]), { content: cms.DOCUMENT }],
    ['detached', cms.makeCms([rsaSigner], { detached: true }), { content: cms.DOCUMENT }],
    ['with an empty content', cms.makeCms([rsaSigner], { content: new Uint8Array() }), {}],
    ['by two signers of different algorithms', cms.makeCms([signer, rsaSigner]), {}],
    ['for the purpose of signing', cms.makeCms([rsaSigner]), { purpose: 'signing' }],
    ['without the ESS attribute', by({ attributes: usual => usual.slice(0, 3) }), {}],
    [
      'with the older ESS attribute',
      by({
        attributes: usual => [...usual.slice(0, 3), cms.signingCertificateAttribute(rsaSigner.certificate.encoded, 1)],
      }),
      {},
    ],
    ['without a signing time', by({ attributes: usual => usual.filter((_, i) => i !== 1) }), {}],
    [
      'with a certificate of nobody beside',
      cms.makeCms([rsaSigner], { certificates: [rsaSigner, signer].map(s => s.certificate.encoded) }),
      {},
    ],
  ] as const)
    it(what, () => expect(verify(bytes, options)).toMatchObject({ outcome: 'valid', reasons: [] }))
})

describe('whatever is examined', () => {
  it.each([
    ['a Buffer, whose slices share its memory', Buffer.from(cms.makeCms([signer]))],
    ['a Uint8Array', cms.makeCms([signer])],
  ])('is left as it was given: %s', (_, given) => {
    const before = Buffer.from(given).toString('hex')
    expect(verify(given).outcome).toBe('valid')
    expect(Buffer.from(given).toString('hex')).toBe(before)
  })
})

describe('a report', () => {
  const report = verify(cms.makeCms([signer]))

  it('has the shape that the service keeps', () => {
    expect(report).toEqual({
      outcome: 'valid',
      reasons: [],
      signers: [
        {
          outcome: 'valid',
          reasons: [],
          person: {
            iin: make.TEST_IIN,
            bin: null,
            commonName: 'СЫНАҚОВ СЫНАҚ',
            surname: 'СЫНАҚОВ',
            patronymic: 'СЫНАҚҰЛЫ',
          },
          certificate: {
            serial: '1234567890',
            subject: `CN=СЫНАҚОВ СЫНАҚ, SURNAME=СЫНАҚОВ, SERIALNUMBER=IIN${make.TEST_IIN}, C=KZ, GIVENNAME=СЫНАҚҰЛЫ`,
            issuer: 'CN=GOST ROOT, C=KZ',
            notBefore: '2026-01-01T00:00:00.000Z',
            notAfter: '2027-01-01T00:00:00.000Z',
            algorithm: 'gost2015-512',
            purpose: 'signing',
            roles: ['individual'],
          },
          chain: ['СЫНАҚОВ СЫНАҚ', 'GOST ROOT'],
          signingTime: '2026-11-22T11:59:00.000Z',
          timestamp: null,
          revocation: { status: 'unchecked', source: 'none', at: '2026-11-22T12:00:00.000Z' },
          verifiedAt: '2026-11-22T12:00:00.000Z',
        },
      ],
    })
  })

  it('survives JSON unchanged', () => expect(JSON.parse(JSON.stringify(report))).toEqual(report))

  it('is the worst of its signers', () => {
    const options = { anchors: [rsaRoot.certificate] }
    const mixed = verify(cms.makeCms([rsaSigner, signer]), options)
    expect(mixed.outcome).toBe('indeterminate')
    expect(mixed.signers.map(({ outcome }) => outcome).toSorted()).toEqual(['indeterminate', 'valid'])
  })

  it('comes with the certificates, the chain and the attached content', () => {
    const examined = examineSignature(cms.makeCms([signer]), TRUST)
    expect(examined.signers[0]?.certificate?.encoded).toEqual(signer.certificate.encoded)
    expect(examined.signers[0]?.chain).toHaveLength(2)
    expect(examined.content).toEqual(cms.DOCUMENT)
    expect(examineSignature(cms.makeCms([signer], { detached: true }), TRUST).content).toBeUndefined()
  })

  it('never believes the time that the signer states', () => {
    const expired = make.makePerson(rsaRoot, rsaSigner.key, {
      notBefore: new Date('2026-11-22T11:00:00Z'),
      notAfter: new Date('2026-11-22T11:59:30Z'),
    })
    expect(verify(cms.makeCms([expired])).reasons).toEqual(['certificate-expired'])
  })
})

const good = cms.makeCms([rsaSigner])

const authentication = [make.keyUsage(0xa0), make.extendedKeyUsage(['1.3.6.1.5.5.7.3.2', '1.2.398.3.3.4.1.1'])]
const login = make.makePerson(rsaRoot, rsaKey('cms person'), { extensions: authentication })

describe('trust', () => {
  it('is given to an authentication certificate for authentication', () => {
    expect(verify(cms.makeCms([login]), { purpose: 'authentication' }).outcome).toBe('valid')
  })

  for (const [options, outcome] of [
    [{ anchors: [] }, 'indeterminate'],
    [{ at: new Date('2027-01-02') }, 'indeterminate'],
    [{ revocation: {} }, 'indeterminate'],
    [{ purpose: 'authentication' }, 'invalid'],
  ] as const)
    it(`is ${outcome} with ${JSON.stringify(options)}`, () => expect(verify(good, options).outcome).toBe(outcome))

  it('uses an intermediate authority in the message, though only the root is trusted', () => {
    const middle = make.makeAuthority(rsaRoot, rsaKey('middle'), 'MIDDLE')
    const person = make.makePerson(middle, rsaKey('cms person'))
    const bytes = cms.makeCms([person], {
      certificates: [person, middle].map(({ certificate }) => certificate.encoded),
    })
    expect(verify(bytes).signers[0]?.chain).toEqual(['СЫНАҚОВ СЫНАҚ', 'MIDDLE', 'RSA ROOT'])
  })
})

describe('the key identifier of a signer', () => {
  it('finds the certificate as issuer and serial number do', () => {
    const extensions = [make.keyUsage(0xc0), make.subjectKeyId('me')]
    const known = make.makePerson(rsaRoot, rsaKey('cms person'), { extensions })
    const oneSigner = { version: 3, signer: contextPrimitive(0, new TextEncoder().encode('me')) }
    expect(verify(cms.makeCms([known], { version: 3, oneSigner })).outcome).toBe('valid')
  })
})
