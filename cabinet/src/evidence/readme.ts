// README.txt of the archive: what each file is, and the very commands that check them, in three languages.
import { almatyIso } from '../calendar/almaty.ts'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { Registration } from '../withdrawal/withdrawal.ts'
import { FILES } from './file-names.ts'

const WIDTH = 96 // letters in a line: a text file is read in a window of any kind

type Facts = Pick<Registration, 'number' | 'receivedAt' | 'registeredAt' | 'timestamp'>

export function readme(facts: Facts): string {
  return `${LANGUAGES.map(language => part(facts, language)).join(`\n${'-'.repeat(WIDTH)}\n\n`)}`
}

function part(facts: Facts, language: Language): string {
  const { readme: t } = messagesFor(language).evidence
  const [asics, original, ...seals] = commands(facts)
  const paragraphs = [
    t.title(facts.number),
    wrapped(t.what),
    [`${t.files}:`, ...fileLines(language)].join('\n'),
    [`${t.check}:`, wrapped(t.tool)].join('\n'),
    [wrapped(t.anchors), '', '  npx --no eds trust check trust'].join('\n'),
    [t.asics, '', `  ${asics}`].join('\n'),
    [t.original, '', `  ${original}`].join('\n'),
    [t.seals, '', ...seals.map(command => `  ${command}`)].join('\n'),
    wrapped(t.answer),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

/** As whoever has the archive may type them. With no stamp the moment is the one of receipt, by our word alone. */
export function commands({ receivedAt, registeredAt, timestamp }: Facts): readonly [string, string, ...string[]] {
  const verify = 'npx --no eds verify'
  const anchors = '--anchors trust/signers'
  const time = timestamp ? '--tsp-anchors trust/tsp' : `--at ${almatyIso(receivedAt)}`
  const sealed = (what: string, seal: string) =>
    `${verify} ${seal} --content ${what} ${anchors} --at ${almatyIso(registeredAt)}`
  return [
    `${verify} ${FILES.asics} ${anchors} ${time}`,
    `${verify} ${FILES.signature} ${anchors} --at ${almatyIso(receivedAt)}`,
    sealed(FILES.registration, FILES.registrationSeal),
    sealed(FILES.receipt, FILES.receiptSeal),
  ]
}

function fileLines(language: Language): string[] {
  const { file } = messagesFor(language).evidence.readme
  const lines: readonly (readonly [string, string])[] = [
    [FILES.asics, file.asics],
    [FILES.signature, file.signature],
    [`${FILES.certificates}/`, file.certificates],
    [FILES.revocation, file.revocation],
    [FILES.timestamp, file.timestamp],
    [`${FILES.registration}, ${FILES.registrationSeal}`, file.registration],
    [`${FILES.receipt}, ${FILES.receiptSeal}`, file.receipt],
    [`${FILES.report}, ${FILES.reportPaper}`, file.report],
  ]
  return lines.map(([name, what]) => wrapped(`${name}: ${what}`, '  ', '    '))
}

function wrapped(text: string, first = '', rest = ''): string {
  const lines: string[] = []
  let now = first
  for (const word of text.split(' ')) {
    if (now.trim() !== '' && now.length + word.length >= WIDTH) {
      lines.push(now.trimEnd())
      now = rest
    }
    now += `${word} `
  }
  return [...lines, now.trimEnd()].join('\n')
}
