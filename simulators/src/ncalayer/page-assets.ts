// Style and script of the simulator's page.

export const STYLE = `
:root { color-scheme: light; --ink: #1d2326; --muted: #566167; --line: #d5dbdd; --accent: #0b5c63; --brick: #9a2b1e; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1.25rem 3rem; background: #fff; color: var(--ink);
  font: 1.125rem/1.5 "Noto Sans", system-ui, sans-serif; }
.bar { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--line); padding-bottom: .75rem;
  margin: 0; }
a { color: var(--accent); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.75rem 0 .75rem; }
.notice { color: var(--muted); font-size: .95rem; margin: .75rem 0 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.25rem; margin: 0 0 1.5rem; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
dd p { margin: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .35rem 0 0; padding: .75rem; border: 1px solid var(--line);
  border-radius: 6px; font-size: .9rem; max-height: 16rem; overflow: auto; }
fieldset { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem .75rem; margin: 0 0 1.25rem; }
label { display: block; font-weight: 600; }
label.choice { font-weight: 400; }
input[type=password], select { width: 100%; font: inherit; padding: .5rem .65rem; border: 1px solid #7b878c;
  border-radius: 6px; background: #fff; color: inherit; margin-top: .25rem; }
input[type=radio], input[type=checkbox] { width: 1.1rem; height: 1.1rem; accent-color: var(--accent); vertical-align: -.15rem; }
small { color: var(--muted); font-size: .95rem; }
.problem { color: var(--brick); border-left: 4px solid var(--brick); padding-left: .75rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
button { font: inherit; padding: .6rem 1.4rem; border-radius: 6px; border: 1px solid var(--accent); background: #fff;
  color: var(--accent); cursor: pointer; }
button.primary { background: var(--accent); color: #fff; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .75rem; } }
`

/** Loads the page again when another dialog comes up, never while the same one is being filled in. */
export const SCRIPT = `
new EventSource('/events').onmessage = event => {
  const { dialog, deserted } = JSON.parse(event.data)
  const shown = Number(document.body.dataset.dialog)
  const news = dialog !== shown || (deserted && !document.querySelector('.problem'))
  if (news) location.assign('/' + location.search)
}
`
