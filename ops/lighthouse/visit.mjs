// One visit of Lighthouse to a page, boiled down to what the bench tells. Runs from this folder, where Lighthouse is installed.
import * as chromeLauncher from 'chrome-launcher'
import lighthouse, { desktopConfig } from 'lighthouse'

const CATEGORIES = ['performance', 'accessibility', 'best-practices']
const LOST_AT_MOST = 2 // Lighthouse sometimes loses the browser's trace (NO_FCP and the like), and says so
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser; the shapes are in visit.d.mts. */
export async function openLighthouse(chromePath) {
  const browser = await chromeLauncher.launch({ chromePath, chromeFlags: FLAGS, logLevel: 'error' })
  return { visit: wish => visit(browser.port, wish), close: () => browser.kill() }
}

async function visit(port, wish) {
  for (let lost = 0; ; lost++) {
    const lhr = await run(port, wish)
    if (!lhr.runtimeError) return told(lhr)
    if (lost === LOST_AT_MOST) throw new Error(`${wish.url}: ${lhr.runtimeError.message}`)
  }
}

async function run(port, { url, preset, seo, cookie }) {
  const flags = {
    port,
    logLevel: 'error',
    onlyCategories: seo ? [...CATEGORIES, 'seo'] : CATEGORIES,
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  }
  const { lhr } = await lighthouse(url, flags, preset === 'desktop' ? desktopConfig : undefined)
  if (!lhr.runtimeError && lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}`)
  return lhr
}

function told({ categories, audits }) {
  const requests = audits['network-requests'].details.items
  return {
    scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round(score * 100)])),
    below: Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(isBelow(audits)).map(({ id }) => id)),
    requests: requests.length,
    bytes: requests.reduce((sum, { transferSize }) => sum + transferSize, 0),
    paintMs: audits['largest-contentful-paint'].numericValue,
    blockedMs: audits['total-blocking-time'].numericValue,
    shift: audits['cumulative-layout-shift'].numericValue,
  }
}

/** Audits that cost points. */
function isBelow(audits) {
  return ({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9
}
