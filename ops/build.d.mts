// The shape of build.mjs, for the tests.
export function build(): Promise<void>
/** The bundles that Node runs, without what is sent to browsers. */
export function buildServer(outdir: string, more?: Readonly<Record<string, string>>): Promise<void>
/** What is sent to browsers, with `manifest.json` beside it. */
export function buildAssets(outdir: string): Promise<void>
