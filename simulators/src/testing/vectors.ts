// Where the published vectors lie, for the conformance tests: OTINISH_VECTORS, else a folder beside the repository.
import { existsSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** The path of a file or folder among the vectors, or undefined (with the reason printed) when there are none. */
export function vectors(relative: string): string | undefined {
  const found = path.resolve(ROOT, process.env['OTINISH_VECTORS'] ?? '../shared', relative)
  if (existsSync(found)) return found
  console.log(`skipped: no vectors at ${found}; set OTINISH_VECTORS`)
  return undefined
}
