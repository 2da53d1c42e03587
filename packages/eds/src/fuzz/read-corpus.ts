// The thread that gives every file of a corpus to its readers.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { costOf, MAX_BUFFER_BYTES, MAX_MILLISECONDS } from './measure.ts'
import { READINGS } from './readers.ts'
import { readTarGz } from './tar.ts'

export type CorpusAnswer = {
  readonly files: number
  readonly failures: readonly string[] // crashed or slow, with the file's name
  readonly words: Readonly<Record<string, number>> // what became of how many
  readonly slowest: { readonly milliseconds: number; readonly name: string }
}

const { input, position } = workerData
parentPort?.postMessage(readCorpus(input.archive, input.kind))

function readCorpus(archive: string, kind: string): CorpusAnswer {
  const reading = READINGS.get(kind)
  if (!reading) throw new RangeError(`nothing reads ${kind}`)
  const failures: string[] = []
  const words: Record<string, number> = {}
  let slowest = { milliseconds: 0, name: 'none' }
  let files = 0
  for (const { name, bytes } of readTarGz(readFileSync(archive))) {
    Atomics.store(position, 0, files++)
    try {
      const { milliseconds, bufferBytes } = costOf(() => {
        const word = reading(bytes)
        words[word] = (words[word] ?? 0) + 1
      })
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, name }
      if (milliseconds >= MAX_MILLISECONDS) failures.push(`${name}: ${milliseconds} ms`)
      if (bufferBytes > MAX_BUFFER_BYTES) failures.push(`${name}: ${bufferBytes} octets of buffers`)
    } catch (fault) {
      failures.push(`${name}: ${fault instanceof Error ? fault.stack : fault}`)
    }
  }
  return { files, failures, words, slowest }
}
