// The shape of poppler.mjs, for the tests written in TypeScript.
/** What a tool makes of a PDF, on its standard output. Throws where poppler-utils is not installed. */
export function readPdf(tool: 'pdftotext' | 'pdftoppm', args: readonly string[], pdf: Uint8Array): Buffer
