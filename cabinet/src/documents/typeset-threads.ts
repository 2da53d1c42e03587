// The threads that lay out papers: one for people who wait, one for what a job makes afterwards.
import { Piscina } from 'piscina'
import type { Threaded } from './typeset-worker.ts'
import type { Typeset } from './typst.ts'

export type TypesetThreads = {
  readonly by: {
    readonly typeset: Typeset // for people, who wait
    readonly typesetLater: Typeset // for jobs: it has the processor when hardly anybody else wants it
  }
  readonly close: () => Promise<void>
}

type Options = Omit<Threaded, 'niceness'> & { readonly worker?: URL } // the bundle beside the service's unless told otherwise

const LATER = 10

export function openTypesetThreads({ fonts, templates, worker }: Options): TypesetThreads {
  const { href } = worker ?? new URL('./typeset-worker.js', import.meta.url)
  const open = (niceness: number) => {
    const workerData: Threaded = { fonts, templates, niceness }
    return new Piscina({ filename: href, workerData, minThreads: 1, maxThreads: 1, env: {} }) // no secret is its business
  }
  const typesetIn =
    (thread: Piscina): Typeset =>
    (template, data, made) =>
      thread.run({ template, data, made })
  const [people, jobs] = [open(0), open(LATER)]
  return {
    by: { typeset: typesetIn(people), typesetLater: typesetIn(jobs) },
    close: async () => {
      await Promise.all([people.close(), jobs.close()])
    },
  }
}
