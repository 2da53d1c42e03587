// Poppler, with which tests read PDFs as people do: their words and their pages.
import { spawnSync } from 'node:child_process'
import { ensurePackage } from './debian.mjs'

const TOOLS = ['pdftotext', 'pdftoppm']
const MISSING = `The tests of PDFs need ${TOOLS.join(' and ')}: sudo apt-get install -y poppler-utils`

export const ensurePoppler = () => ensurePackage('poppler-utils', isThere, MISSING)

const isThere = () => TOOLS.every(tool => spawnSync(tool, ['-v']).error === undefined)

/** What a tool makes of a PDF. Where it is missing the test fails with the command that installs it: nothing is skipped. */
export function readPdf(tool, args, pdf) {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { input: pdf, maxBuffer: 64 * 1024 * 1024 })
  if (error?.code === 'ENOENT') throw new Error(MISSING)
  if (error) throw error
  if (status !== 0) throw new Error(`${tool} ended with ${status}: ${stderr}`)
  return stdout
}
