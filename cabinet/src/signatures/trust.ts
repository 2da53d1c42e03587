// Whom we trust: to issue certificates the pinned issuing authorities, and apart from them whom to believe about the time.
// Read once from TRUST_DIR; the threads get the same octets.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeEach } from '@otinish/eds/pem'
import { type Certificate, readCertificate } from '@otinish/eds/x509/certificate'

export type Trust = {
  readonly anchors: readonly [Certificate, ...Certificate[]] // no anchors, no check: it cannot be written down
  readonly intermediates: readonly Certificate[]
  readonly stampAnchors: readonly Certificate[] // none: no time stamp is believed
}

/** The same as data, from thread to thread. */
export type TrustOctets = { readonly [part in keyof Trust]: readonly Uint8Array[] }

/** A certificate of TRUST_DIR and where it stands. */
export type TrustedFile = { readonly file: string; readonly part: keyof Trust; readonly certificate: Certificate }

/** TRUST_DIR does not hold what it must. */
export class TrustError extends Error {
  override readonly name = 'TrustError'
}

const FOLDERS = { anchors: 'signers', intermediates: 'intermediates', stampAnchors: 'tsp' } as const

/** Every certificate of the folder. Throws TrustError for a file that is none. */
export function listTrust(folder: string): readonly TrustedFile[] {
  return (['anchors', 'intermediates', 'stampAnchors'] as const).flatMap(part =>
    listCertificates(path.join(folder, FOLDERS[part])).map(found => ({ ...found, part })),
  )
}

/** Every certificate of one folder, none when it is not there. Throws TrustError for a file that is none. */
export function listCertificates(folder: string): readonly Omit<TrustedFile, 'part'>[] {
  return listFolder(folder).flatMap(file => readFile(file).map(certificate => ({ file, certificate })))
}

/** Throws TrustError also when there is nobody to trust. */
export function readTrust(folder: string): Trust {
  const files = listTrust(folder)
  const of = (part: keyof Trust) => files.filter(file => file.part === part).map(({ certificate }) => certificate)
  const [first, ...others] = of('anchors')
  if (!first) throw new TrustError(`TRUST_DIR: no authority's certificate in ${path.join(folder, FOLDERS.anchors)}`)
  return { anchors: [first, ...others], intermediates: of('intermediates'), stampAnchors: of('stampAnchors') }
}

/** For the verifier. Where nobody is trusted for the time, nobody can say whether a stamp holds: then none is looked at. */
export function trustOfStamps({ stampAnchors: anchors, intermediates }: Trust) {
  return anchors.length > 0 ? { timestamps: { anchors, intermediates } } : {}
}

export function octetsOf({ anchors, intermediates, stampAnchors }: Trust): TrustOctets {
  const encoded = (all: readonly Certificate[]) => all.map(one => Uint8Array.from(one.encoded))
  return { anchors: encoded(anchors), intermediates: encoded(intermediates), stampAnchors: encoded(stampAnchors) }
}

export function trustFrom(octets: TrustOctets): Trust {
  const [first, ...others] = octets.anchors.map(readCertificate)
  if (!first) throw new TrustError('no authority to trust')
  return {
    anchors: [first, ...others],
    intermediates: octets.intermediates.map(readCertificate),
    stampAnchors: octets.stampAnchors.map(readCertificate),
  }
}

function listFolder(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter(name => /\.(cer|crt|pem|der)$/i.test(name))
    return names.sort().map(name => path.join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function readFile(file: string): Certificate[] {
  try {
    return decodeEach(readFileSync(file)).map(readCertificate)
  } catch (cause) {
    throw new TrustError(`TRUST_DIR: ${file} is not a certificate`, { cause })
  }
}
