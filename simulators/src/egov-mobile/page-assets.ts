// Style and script of the phone's page.
import { STYLE as BASE } from '../ncalayer/page-assets.ts'

export const STYLE = `${BASE}
body { max-width: 26rem; }
nav a { margin-left: .75rem; }
textarea, input[type=file] { width: 100%; font: inherit; padding: .5rem .65rem; border: 1px solid #7b878c; border-radius: 6px;
  background: #fff; color: inherit; margin-top: .25rem; }
textarea { font-size: .95rem; overflow-wrap: anywhere; }
small { display: block; }
details { margin: 1.25rem 0; }
summary { cursor: pointer; color: var(--accent); padding: .4rem 0; }
.lead { font-size: 1.25rem; font-weight: 600; margin: 0 0 1.25rem; overflow-wrap: anywhere; }
.wrong { font-size: .95rem; overflow-wrap: anywhere; }
.wrong h3 { font-size: 1rem; font-weight: 400; color: var(--muted); margin: 1rem 0 .25rem; }
.wrong ul { margin: 0; padding-left: 1.1rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
.buttons button, .buttons a { flex: 1 1 8rem; text-align: center; }
a.button { padding: .6rem 1.4rem; border-radius: 6px; border: 1px solid var(--accent); text-decoration: none; }
`

/** A picture pasted into the page is the picture of the form. */
export const SCRIPT = `
addEventListener('paste', event => {
  const picture = document.querySelector('input[type=file]')
  if (picture && event.clipboardData.files.length > 0) picture.files = event.clipboardData.files
})
`
