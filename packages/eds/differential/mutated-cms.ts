// Documents signed by gost-engine and then changed, by a seed: whatever we accept gost-engine has to accept too, with the
// same content.
import { sameBytes } from '../src/bytes.ts'
import { readSignedData } from '../src/cms/signed-data.ts'
import { mutant } from '../src/fuzz/mutate.ts'
import { oneOf, randomAt } from '../src/fuzz/random.ts'
import { openTree } from '../src/fuzz/tree.ts'
import { verifySignature } from '../src/verify-signature.ts'
import type { Certificate } from '../src/x509/certificate.ts'
import { inLanes, mustRun, type OpenSsl } from './openssl.ts'
import { PARAMETER_SETS, type ParameterSet } from './parameter-set.ts'
import type { PartRunner } from './part.ts'
import { readDerCertificate } from './verdict.ts'

const SEED = 20_260_701

type Trust = { readonly anchors: readonly Certificate[]; readonly file: string; readonly at: Date }

export const mutatedCms: PartRunner = async (openssl, count) => {
  const { documents, trust } = await makeDocuments(openssl)
  const trees = documents.map(openTree)
  const disagreements: string[] = []
  const table = { both: 0, ours: 0, theirs: 0, neither: 0 }
  await inLanes(count, async i => {
    const random = randomAt(SEED, i)
    const cms = mutant(oneOf(trees, random), trees, random)
    const ours = contentWeAccept(cms, trust)
    const theirs = await contentTheyAccept(openssl, cms, trust)
    table[ours ? (theirs ? 'both' : 'ours') : theirs ? 'theirs' : 'neither']++
    if (ours && !theirs) disagreements.push(`accepted by us alone, mutant ${i}: ${Buffer.from(cms).toString('base64')}`)
    if (ours && theirs && !sameBytes(ours, theirs)) disagreements.push(`another content, mutant ${i}`)
  })
  return {
    title: `mutated CMS: ${count} from ${documents.length} documents, seed ${SEED}`,
    lines: [
      `accepted by both ${table.both}, by neither ${table.neither}`,
      `accepted by gost-engine alone ${table.theirs}, by us alone ${table.ours}`,
    ],
    disagreements,
  }
}

function contentWeAccept(cms: Uint8Array, { anchors, at }: Trust): Uint8Array | undefined {
  if (verifySignature(cms, { anchors, at }).outcome !== 'valid') return undefined
  return readSignedData(cms).content
}

async function contentTheyAccept({ run }: OpenSsl, cms: Uint8Array, { file }: Trust): Promise<Uint8Array | undefined> {
  const options = ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-CAfile', file]
  const { ok, stdout } = await run(options, cms)
  return ok ? stdout : undefined
}

/** An authority and a signer on each curve, and what the signer signed in the forms that OpenSSL writes. */
async function makeDocuments(openssl: OpenSsl): Promise<{ documents: readonly Uint8Array[]; trust: Trust }> {
  const people = await Promise.all(PARAMETER_SETS.map((set, i) => makeSigner(openssl, set, `${i}`)))
  const content = openssl.write('content.txt', 'Өтініш: what was signed, in words that fit no other document.')
  const signed = people.flatMap(({ certificate, key }) =>
    [[], ['-cades'], ['-keyid']].map(extra =>
      mustRun(openssl, [
        ...['cms', '-sign', '-binary', '-nodetach', '-nosmimecap', '-outform', 'DER', '-in', content],
        ...['-signer', certificate, '-inkey', key, ...extra],
      ]),
    ),
  )
  const documents = await Promise.all(signed)
  const file = openssl.write('authorities.pem', people.map(({ authority }) => authority).join(''))
  const anchors = people.map(({ authority }) => readDerCertificate(fromPem(authority)))
  return { documents, trust: { anchors, file, at: new Date() } }
}

async function makeSigner(openssl: OpenSsl, { openssl: { key, set } }: ParameterSet, name: string) {
  const file = (suffix: string): string => openssl.write(`${name}-${suffix}`, '')
  const newKey = ['-newkey', key, '-pkeyopt', `paramset:${set}`, '-nodes']
  const [caKey, userKey] = [file('ca.key'), file('user.key')]
  const subject = (role: string): readonly string[] => ['-subj', `/CN=${role} ${name}`]
  const ca = ['req', '-x509', ...newKey, '-keyout', caKey, ...subject('authority'), '-extensions', 'authority']
  const authority = (await mustRun(openssl, ca)).toString()
  const caFile = openssl.write(`${name}-ca.pem`, authority)
  const request = await mustRun(openssl, ['req', '-new', ...newKey, '-keyout', userKey, ...subject('signer')])
  const signer = ['-extfile', `${openssl.folder}/openssl.cnf`, '-extensions', 'signer', '-set_serial', '7']
  const issue = ['x509', '-req', '-CA', caFile, '-CAkey', caKey, ...signer]
  const certificate = openssl.write(`${name}-user.pem`, await mustRun(openssl, issue, request))
  return { authority, certificate, key: userKey }
}

function fromPem(pem: string): Uint8Array {
  return Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
}
