// Where the conformance vectors are: OTINISH_VECTORS, else ../shared beside the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeMaybePem } from './pem.ts'
import { type Certificate, readCertificate } from './x509/certificate.ts'

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url))
export const VECTORS = path.resolve(REPOSITORY, process.env['OTINISH_VECTORS'] ?? '../shared')

/** Whether a folder of vectors is there; says so when it is not. */
export function hasVectors(folder: string): boolean {
  const there = existsSync(path.join(VECTORS, folder))
  if (!there) console.log(`${path.join(VECTORS, folder)} is not there: set OTINISH_VECTORS to run these tests`)
  return there
}

export function vector(...names: readonly string[]): Uint8Array {
  return readFileSync(path.join(VECTORS, ...names))
}

export function vectorNames(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(path.join(VECTORS, folder))
    .filter(name => ending.test(name))
    .toSorted()
}

export function vectorCertificate(...names: readonly string[]): Certificate {
  return readCertificate(decodeMaybePem(vector(...names)))
}
