// Components as text: at once, and only where they stand.
import { describe, expect, it } from 'vitest'
import { render } from './render.ts'

describe('components', () => {
  it('are escaped wherever something is put into them', () => {
    const hostile = `"><script>alert('&')</script>`
    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;'
    expect(render(<p class={hostile}>{hostile}</p>)).toBe(`<p class="${escaped}">${escaped}</p>`)
  })

  it('that await are refused: nothing may come into a page later', () => {
    const Late = async () => <p>late</p>
    expect(() =>
      render(
        <main>
          <Late />
        </main>,
      ),
    ).toThrow('a component awaits')
  })

  it('that would move into the head are refused: the head is written by itself', () => {
    expect(() =>
      render(
        <main>
          <title>Өтініш</title>
        </main>,
      ),
    ).toThrow('a component wants to move into the head')
  })

  it('are elements: anything else is a mistake of the caller', () => {
    for (const other of ['text', undefined, null, 7, []]) expect(() => render(other)).toThrow('only an element')
  })
})
