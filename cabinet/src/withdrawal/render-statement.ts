// Makes the PDF of a statement of withdrawal with Typst: Kazakh with Russian below, PDF/A-2a declared, one embedded font.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { RenderStatement, StatementFacts } from './statement.ts'
import { statementText } from './statement-text.ts'

const KEPT_COMPILATIONS = 10 // Typst memoizes; results unused for that many documents are dropped

/**
 * A renderer that keeps one warm compiler. `fontsDir` holds the fonts, `templateDir` holds withdrawal.typ.
 * The same facts give the same bytes: nothing in the document depends on the clock or on the machine.
 */
export function statementRenderer(fontsDir: string, templateDir: string): RenderStatement {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fontsDir] }], workspace: templateDir })
  const mainFilePath = `${templateDir}/withdrawal.typ`

  return async facts => {
    const pdf = compiler.pdf(
      { mainFilePath, inputs: { data: JSON.stringify(statementData(facts)) } },
      { pdfStandard: 'a-2a', creationTimestamp: Date.parse(facts.drawnUpOn) / 1000 },
    )
    compiler.evictCache(KEPT_COMPILATIONS)
    return new Uint8Array(pdf)
  }
}

/** What the template is given. Words are passed as JSON, so that no name can become markup. */
function statementData(facts: StatementFacts) {
  const kk = statementText(facts, 'kk')
  const ru = statementText(facts, 'ru')
  return { title: kk.heading.join(' '), drawnUpOn: facts.drawnUpOn, kk, ru }
}
