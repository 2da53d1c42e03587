// The check digit: a hint for typing, the same on the server and in the browser.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksMistyped as looksMistypedInTheBrowser } from '../islands/check-digit.ts'
import { looksMistyped, parseIin } from './iin.ts'

const RIGHT = ['851315400107', '901416300200', '781515300300', '991616400409', '821715300506']

describe('an IIN', () => {
  it.each(['', '85131540010', '8513154001077', '85131540010a', ' 851315400107', '٨٥١٣١٥٤٠٠١٠٧'])(
    'is twelve digits and nothing else: «%s»',
    text => expect(parseIin(text)).toBeUndefined(),
  )

  it.each(RIGHT)('%s does not look mistyped; with another last digit it does', text => {
    const iin = parseIin(text)
    expect(iin && looksMistyped(iin)).toBe(false)
    for (let digit = 0; digit < 10; digit++) {
      const changed = parseIin(text.slice(0, 11) + digit)
      expect(changed && looksMistyped(changed), changed).toBe(changed !== text)
    }
  })

  it('of the national test certificates looks mistyped and is taken all the same', () => {
    const iin = parseIin('123456789011')
    expect(iin && looksMistyped(iin)).toBe(true)
  })

  it('looks the same to the server and to the browser', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), text => {
        const iin = parseIin(text)
        expect(looksMistypedInTheBrowser(text)).toBe(iin && looksMistyped(iin))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  it.each(['', '8513', '851315400107 1', 'not a number', '１２３４５６７８９０１１'])(
    'half typed or something else («%s») does not look like anything to the browser',
    text => expect(looksMistypedInTheBrowser(text)).toBe(false),
  )

  it('typed with spaces is looked at without them', () => {
    expect(looksMistypedInTheBrowser('851315 400 107')).toBe(false)
    expect(looksMistypedInTheBrowser('851315 400 108')).toBe(true)
  })
})
