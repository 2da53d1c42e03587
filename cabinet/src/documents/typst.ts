// Typst behind one function: a template and data make a PDF, PDF/A-2a declared and tagged. One compiler is kept warm for all.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const KEPT_COMPILATIONS = 10 // Typst memoizes; results unused for that many documents are dropped

/** `made` is the date that the file itself tells. The same arguments give the same bytes. */
export type Typeset = (template: string, data: object, made: string) => Uint8Array

/** `fontsDir` holds the fonts, `templateDir` the templates. Data is handed over as JSON, so that no name becomes markup. */
export function openTypst(fontsDir: string, templateDir: string): Typeset {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fontsDir] }], workspace: templateDir })
  return (template, data, made) => {
    const pdf = compiler.pdf(
      { mainFilePath: `${templateDir}/${template}.typ`, inputs: { data: JSON.stringify(data) } },
      { pdfStandard: 'a-2a', creationTimestamp: Date.parse(made) / 1000 },
    )
    compiler.evictCache(KEPT_COMPILATIONS)
    return new Uint8Array(pdf)
  }
}
