import { describe, expect, it } from 'vitest'
import { addressKey, beginningKey, nextTry, type Rule, type Tries } from './throttle-rules.ts'

const START = Date.UTC(2026, 5, 16, 7)
const at = (seconds: number) => new Date(START + seconds * 1_000)

/** Somebody who tries again as soon as it is allowed: at which seconds their tries are looked at. */
function eager(rule: Rule, tries: number): number[] {
  const moments: number[] = []
  let before: Tries | undefined
  for (let second = 0; moments.length < tries; second++) {
    for (;;) {
      const next = nextTry(rule, before, at(second))
      if ('again' in next || moments.length === tries) break
      before = next
      moments.push(second)
    }
  }
  return moments
}

describe('guesses', () => {
  for (const rule of ['person', 'device'] as const)
    it(`by ${rule} are free three times, then wait for 2, 4, 8 … seconds, never for more than a minute`, () => {
      expect(eager(rule, 11)).toEqual([0, 0, 0, 2, 6, 14, 30, 62, 122, 182, 242])
    })

  it('from one address are free twenty times in ten minutes, then wait likewise', () => {
    expect(eager('address', 24)).toEqual([...Array<number>(20).fill(0), 2, 6, 14, 30])
  })

  it('are one thing, beginnings from one address another: sixty a minute, then waits', () => {
    expect(eager('beginning', 63)).toEqual([...Array<number>(60).fill(0), 2, 6, 14])
    const many = { tries: 61, since: at(0), lastAt: at(50), againAt: at(54) }
    expect(nextTry('beginning', many, at(60))).toMatchObject({ tries: 1, since: at(60), againAt: at(60) })
    expect(beginningKey('192.0.2.7')).not.toBe(addressKey('192.0.2.7'))
  })

  it('from one address are counted anew after ten minutes', () => {
    const many = { tries: 40, since: at(0), lastAt: at(530), againAt: at(590) }
    expect(nextTry('address', many, at(599))).toMatchObject({ tries: 41, since: at(0) })
    expect(nextTry('address', many, at(600))).toMatchObject({ tries: 1, since: at(600), againAt: at(600) })
  })

  it('of a person are counted anew after an hour of quiet', () => {
    const many = { tries: 9, since: at(0), lastAt: at(0), againAt: at(60) }
    expect(nextTry('person', many, at(3_599))).toMatchObject({ tries: 10 })
    expect(nextTry('person', many, at(3_600))).toMatchObject({ tries: 1, againAt: at(3_600) })
  })

  it('that come too early change nothing: whoever hammers does not lengthen the wait', () => {
    const waiting = { tries: 5, since: at(0), lastAt: at(0), againAt: at(8) }
    expect(nextTry('person', waiting, at(7.999))).toEqual({ again: at(8) })
    expect(nextTry('person', waiting, at(8))).toMatchObject({ tries: 6 })
  })

  it('may come again at a whole second, which people can be told', () => {
    const next = nextTry('person', { tries: 2, since: at(0), lastAt: at(0), againAt: at(0) }, at(10.25))
    expect(next).toMatchObject({ againAt: at(13) })
  })

  it('on a clock that is ten minutes behind wait longer and are never freed', () => {
    const counted = { tries: 4, since: at(600), lastAt: at(600), againAt: at(604) }
    expect(nextTry('person', counted, at(0))).toEqual({ again: at(604) })
    expect(nextTry('address', { ...counted, tries: 30 }, at(0))).toEqual({ again: at(604) })
  })

  it('of everybody together are free on a clock that is a little behind, as long as nobody has to wait', () => {
    const counted = { tries: 4, since: at(1), lastAt: at(1), againAt: at(1) }
    expect(nextTry('everybody', counted, at(0.9))).toMatchObject({ tries: 5 })
    expect(eager('everybody', 602)).toEqual([...Array<number>(600).fill(0), 2, 6])
    expect(eager('upload', 22)).toEqual([...Array<number>(20).fill(0), 2, 6])
  })

  it('on a clock that is ten minutes ahead do not forget what a person tried', () => {
    const counted = { tries: 6, since: at(0), lastAt: at(0), againAt: at(16) }
    expect(nextTry('person', counted, at(600))).toMatchObject({ tries: 7, againAt: at(632) })
  })
})

describe('an address', () => {
  for (const [one, other] of [
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::9'],
    ['2001:db8::1', '2001:db8:0:0:5::1'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['fe80::1%eth0', 'fe80::2'],
    ['192.0.2.7:51234', '192.0.2.7'], // some proxies tell the port too, which changes with every connection
    ['[2001:db8:1:2::1]:51234', '2001:db8:1:2::1'],
  ] as const)
    it(`${one} is counted with ${other}`, () => expect(addressKey(one)).toBe(addressKey(other)))

  for (const [one, other] of [
    ['192.0.2.7', '192.0.2.8'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['::1', '1::'],
    ['unknown', '192.0.2.7'],
  ] as const)
    it(`${one} is counted apart from ${other}`, () => expect(addressKey(one)).not.toBe(addressKey(other)))
})
