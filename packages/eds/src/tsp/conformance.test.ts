// Genuine tokens of the national authority, and responses of two other producers.
import { expect, it } from 'vitest'
import { SIGNATURE_TIMESTAMP } from '../cms/oids.ts'
import { readSignedData } from '../cms/signed-data.ts'
import { sequence } from '../der/write.ts'
import { codeOf } from '../error.ts'
import { describeWith, PKI } from '../test-conformance.ts'
import { vector, vectorCertificate, vectorNames } from '../test-vectors.ts'
import { verifySignature } from '../verify-signature.ts'
import { readTimestampResponse } from './timestamp-response.ts'
import { readTimestampToken } from './timestamp-token.ts'
import { verifyTimestamp } from './verify-timestamp.ts'
import { verifyToken } from './verify-token.ts'

const PRODUCED = 'suites/gost-openssl-generated'
const PYCA = 'suites/pyca'

type ExpectedToken = { policy: string; genTime: string; serial: string; nonce: string; chain: string[] }
type Expected = Record<string, ExpectedToken & { signers?: { tst: ExpectedToken[] }[] }>

/** An authority of any kind is trusted for time here: what is asked is whether the tokens are what they say. */
function trusted() {
  const files = ['ca-prod', 'ca-test'].flatMap(folder =>
    vectorNames(`${PKI}/${folder}`, /\.cer$/).map(name => [name, vectorCertificate(PKI, folder, name)] as const),
  )
  const roots = files.filter(([name]) => /^(root|kuc)/.test(name))
  return {
    names: new Map(files.map(([name, { person }]) => [name, person.commonName])),
    trust: { anchors: roots.map(([, root]) => root), intermediates: files.map(([, authority]) => authority) },
  }
}

const authorityOf = (name: string) => vectorCertificate(PKI, /test/.test(name) ? 'ca-test' : 'ca-prod', `${name}.cer`)

/** Who issued certificates to the test persons of the genuine documents. */
const signers = () => ({ anchors: [authorityOf('nca_gost2022_test')] })

const hexNumber = (text: string) => (text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`))

describeWith([PKI], 'genuine time stamps', () => {
  const all: Expected = JSON.parse(new TextDecoder().decode(vector(PKI, 'expected.json')))
  const { names, trust } = trusted()

  it('state what an independent program read, and their authorities are proved', () => {
    const files = vectorNames(`${PKI}/tsp`, /\.der$/)
    for (const file of files) {
      const expected = all[`tsp/${file}`]
      const token = readTimestampToken(vector(PKI, 'tsp', file))
      const { at, policy, serial, chain } = verifyToken(token, trust)
      const stated = { policy, serial, genTime: at.toISOString(), nonce: String(token.info.nonce) }
      expect(stated, file).toEqual({
        policy: expected?.policy,
        serial: hexNumber(expected?.serial ?? ''),
        genTime: expected?.genTime,
        nonce: expected?.nonce,
      })
      const issuers = chain.slice(1).map(({ person }) => person.commonName)
      expect(issuers, file).toEqual(expected?.chain.map(name => names.get(name)))
    }
    console.log(`genuine time stamps: ${files.length} of ${files.length}`)
    expect(files).toHaveLength(4)
  })

  it('in signed documents are over the signature', () => {
    const stamps = vectorNames(`${PKI}/cms`, /\.der$/).flatMap(file =>
      readSignedData(vector(PKI, 'cms', file)).signers.flatMap((signer, i) =>
        signer.unsignedAttributes
          .filter(({ oid }) => oid === SIGNATURE_TIMESTAMP)
          .flatMap(({ values }) => values.map(({ encoded }) => ({ file, i, token: encoded, signer }))),
      ),
    )
    for (const { file, i, token, signer } of stamps) {
      const { at } = verifyTimestamp(token, { stamped: signer.signature, trust })
      expect(at.toISOString(), file).toBe(all[`cms/${file}`]?.signers?.[i]?.tst[0]?.genTime)
      const other = signer.signature.map(octet => octet ^ 1)
      expect(() => verifyTimestamp(token, { stamped: other, trust })).toThrow('timestamp-invalid')
    }
    console.log(`genuine time stamps in signed documents: ${stamps.length} of ${stamps.length}`)
    expect(stamps).toHaveLength(3)
  })

  it('tell for when the documents are judged, to whoever trusts their authority apart from that of the signer', () => {
    const cases = [
      ['mitwork_gost512_tsp-gost95_testtsa_2024', undefined, 'kuc_gost_test_2020', 'nca_gost_test_2023'],
      ['skarm_individual_attached', undefined, 'root_gost_2022', 'nca_gost_2022'],
      ['skarm_legal_entity_detached', 'skarm_legal_entity_document.txt', 'root_gost_2022', 'nca_gost_2022'],
    ] as const
    for (const [name, content, timeRoot, timeAuthority] of cases) {
      const given = content === undefined ? {} : { content: vector(PKI, 'cms', content) }
      const options = { ...given, ...signers(), at: new Date('2036-01-01') }
      const timestamps = { anchors: [authorityOf(timeRoot)], intermediates: [authorityOf(timeAuthority)] }
      const bytes = vector(PKI, 'cms', `${name}.der`)
      const report = verifySignature(bytes, { ...options, timestamps })
      const expected = all[`cms/${name}.der`]?.signers?.[0]?.tst[0]?.genTime
      expect(report, name).toMatchObject({ outcome: 'valid', reasons: [], signers: [{ verifiedAt: expected }] })
      const { reasons } = verifySignature(bytes, { ...options, timestamps: signers() })
      expect(reasons, name).toEqual(['timestamp-invalid', 'certificate-expired'])
    }
    console.log(`genuine documents judged at the time of their stamps: ${cases.length} of ${cases.length}`)
  })

  it('with any octet changed are refused', () => {
    const genuine = vector(PKI, 'tsp', 'skarm_individual_attached.token.der')
    const survived = Array.from({ length: 64 }, (_, i) => Math.floor((genuine.length * i) / 64)).filter(at => {
      try {
        verifyToken(readTimestampToken(genuine.map((octet, i) => (i === at ? octet ^ 4 : octet))), trust)
        return true
      } catch (thrown) {
        return codeOf(thrown) === undefined
      }
    })
    expect(survived).toEqual([])
  })
})

describeWith([PRODUCED], 'responses made by gost-engine', () => {
  it('verify on the three curves against the octets and the nonce of the request', () => {
    for (const set of ['A', 'B', 'C']) {
      const response = readTimestampResponse(vector(PRODUCED, set, 'ts.tsr'))
      const stamped = vector(PRODUCED, set, 'attached.p7s')
      const trust = { anchors: [vectorCertificate(PRODUCED, set, 'ca.pem')] }
      const token = response.granted ? response.token : sequence()
      const { nonce } = readTimestampToken(token).info
      expect(nonce, set).toBeDefined()
      const { authority, policy } = verifyTimestamp(token, { stamped, trust, ...(nonce && { nonce }) })
      expect([authority, policy], set).toEqual([`TEST tsa ${set}`, '1.2.3.4.1'])
      const another = { stamped, trust, nonce: (nonce ?? 0n) + 1n }
      expect(() => verifyTimestamp(token, another), set).toThrow('timestamp-invalid')
    }
    console.log('time stamps of gost-engine: 3 of 3')
  })
})

describeWith([PYCA], 'a response of another authority', () => {
  const response = readTimestampResponse(vector(PYCA, 'pkijs-TestTSPresp.tsr'))
  const token = readTimestampToken(response.granted ? response.token : sequence())

  it('is read, with the name of the authority in it', () => {
    expect(token.info).toMatchObject({ policy: '1.3.6.1.4.1.4146.2.2', nonce: undefined, imprint: { hash: 'sha1' } })
    expect(token.info.genTime).toEqual(new Date('2014-04-10T13:23:11Z'))
    expect(token.info.authority?.tag).toBe(0xa4)
    console.log('responses of other authorities: 1 of 1')
  })

  it('is not believed: its signatures are over SHA-1', () => {
    const { certificates } = token.data
    expect(() => verifyToken(token, { anchors: certificates })).toThrow('algorithm-unsupported')
  })
})
