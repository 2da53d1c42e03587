// The sections of a page of the help: a heading that can be linked to, and what stands below it.
import type { Language } from '../web/language.ts'
import type { Block, Section } from './content.ts'
import { LinkedText } from './linked-text.tsx'

type Props = {
  readonly sections: readonly Section[]
  readonly language: Language
  readonly within?: string // the page's id, where several pages stand on one: it keeps anchors apart
}

export function Sections({ sections, language, within }: Props) {
  const Heading = within === undefined ? 'h2' : 'h3'
  return (
    <>
      {sections.map(({ id, title, body }) => (
        <section id={within === undefined ? id : `${within}-${id}`}>
          <Heading>{title}</Heading>
          {body.map(block => (
            <BlockView block={block} language={language} />
          ))}
        </section>
      ))}
    </>
  )
}

function BlockView({ block, language }: { block: Block; language: Language }) {
  const line = (text: string) => <LinkedText text={text} language={language} />
  if ('p' in block) return <p>{line(block.p)}</p>
  if ('note' in block) return <p class="notice">{line(block.note)}</p>
  if ('facts' in block)
    return (
      <dl class="facts">
        {block.facts.map(([name, what]) => (
          <div>
            <dt>{line(name)}</dt>
            <dd>{line(what)}</dd>
          </div>
        ))}
      </dl>
    )
  const items = ('steps' in block ? block.steps : block.list).map(text => <li>{line(text)}</li>)
  return 'steps' in block ? <ol class="steps">{items}</ol> : <ul>{items}</ul>
}
