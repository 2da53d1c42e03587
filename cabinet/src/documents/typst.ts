// Typst behind one function: a template and data make a PDF, PDF/A-2a declared and tagged. One compiler is kept warm for all.
import {
  NodeCompiler,
  type NodeTypstCompileResult,
  type NodeTypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler'

const KEPT_COMPILATIONS = 10 // Typst memoizes; results unused for that many documents are dropped

/** `made` is the date that the file itself tells. The same arguments give the same bytes. */
export type Typeset = (template: string, data: object, made: string) => Promise<Uint8Array>

/** `fontsDir` holds the fonts, `templateDir` the templates. Data is handed over as JSON, so that no name becomes markup. */
export function openTypst(fontsDir: string, templateDir: string): Typeset {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fontsDir] }], workspace: templateDir })
  const lay = (template: string, inputs: Record<string, string>) =>
    compiled(compiler.compile({ mainFilePath: `${templateDir}/${template}.typ`, inputs }))
  return async (template, data, made) => {
    const inputs = { data: JSON.stringify(data) }
    const usual = lay(template, { ...inputs, pages: 'one' })
    const document = usual.numOfPages === 1 ? usual : lay(template, { ...inputs, pages: 'several' })
    const pdf = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: Date.parse(made) / 1000 })
    compiler.evictCache(KEPT_COMPILATIONS)
    return new Uint8Array(pdf)
  }
}

/** A template is ours: that it cannot be laid out is a fault. */
function compiled(execution: NodeTypstCompileResult): NodeTypstDocument {
  const document = execution.result
  if (!document)
    throw new Error(`a template was not laid out: ${JSON.stringify(execution.takeError()?.shortDiagnostics)}`)
  return document
}
