// Makes the PDF of a statement of withdrawal: Kazakh with Russian below.
import type { Typeset } from '../documents/typst.ts'
import type { RenderStatement, StatementFacts } from './statement.ts'
import { statementText } from './statement-text.ts'

/** The same facts give the same bytes: nothing in the document depends on the clock or on the machine. */
export function statementRenderer(typeset: Typeset): RenderStatement {
  return async facts => typeset('withdrawal', statementData(facts), facts.drawnUpOn)
}

function statementData(facts: StatementFacts) {
  const kk = statementText(facts, 'kk')
  const ru = statementText(facts, 'ru')
  return { title: kk.heading.join(' '), drawnUpOn: facts.drawnUpOn, kk, ru }
}
