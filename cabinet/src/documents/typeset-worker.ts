// A thread that lays out papers, so that nobody's page waits for one. It may give way to everything else that this process does.
import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import { openTypst } from './typst.ts'

export type Threaded = {
  readonly fonts: string
  readonly templates: string
  /** As for nice(1), of this thread alone: Linux has it by thread. 0 is the usual. */
  readonly niceness: number
}
export type Layable = { readonly template: string; readonly data: object; readonly made: string }

const { fonts, templates, niceness } = workerData as Threaded
if (niceness > 0) setPriority(niceness)
const typeset = openTypst(fonts, templates)

/** Says only that the thread is there, with its fonts. */
export function ready(): true {
  return true
}

export default ({ template, data, made }: Layable): Promise<Uint8Array> => typeset(template, data, made)
