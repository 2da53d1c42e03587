// The threads that lay out papers: one for people who wait, one for what a job makes afterwards.
import { Piscina } from 'piscina'
import type * as typesetWorker from './typeset-worker.ts'
import type { Threaded } from './typeset-worker.ts'
import type { Typeset } from './typst.ts'

export type TypesetThreads = {
  readonly by: {
    readonly typeset: Typeset // for people, who wait
    readonly typesetLater: Typeset // for jobs: it has the processor when hardly anybody else wants it
  }
  /** Throws what keeps a thread from starting. */
  readonly ready: () => Promise<void>
  readonly close: () => Promise<void>
}

type Options = Omit<Threaded, 'niceness'> & {
  readonly worker?: URL // the bundle beside the service's unless told otherwise
  readonly onDeath: (error: Error) => void // of a thread that had nothing to do; another takes its place
}

const LATER = 10
const LONGEST = 30_000 // ms, for one paper and for those before it, with hardly any processor to be had

export function openTypesetThreads({ fonts, templates, worker, onDeath }: Options): TypesetThreads {
  const { href } = worker ?? new URL('./typeset-worker.js', import.meta.url)
  const open = (niceness: number) => {
    const workerData: Threaded = { fonts, templates, niceness }
    const thread = new Piscina({ filename: href, workerData, minThreads: 1, maxThreads: 1, env: {} }) // no secret is its business
    return thread.on('error', onDeath)
  }
  const typesetIn =
    (thread: Piscina): Typeset =>
    (template, data, made) =>
      thread.run({ template, data, made }, { signal: AbortSignal.timeout(LONGEST) })
  const [people, jobs] = [open(0), open(LATER)]
  return {
    by: { typeset: typesetIn(people), typesetLater: typesetIn(jobs) },
    ready: async () => {
      await Promise.all(
        [people, jobs].map(thread => thread.run(undefined, { name: 'ready' satisfies keyof typeof typesetWorker })),
      )
    },
    close: async () => {
      await Promise.all([people.destroy(), jobs.destroy()]) // whoever asked for a paper has gone
    },
  }
}
