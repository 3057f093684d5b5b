import type { Browser, CDPSession, Page } from 'playwright-core';

/** The value below which such a share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * For each query the bytes over the wire from opening the search page to seeing the findings, the page itself and all it
 * loads among them, in a browser that knows nothing yet.
 */
export async function firstQueries(
  browser: Browser,
  site: string,
  queries: readonly string[],
): Promise<number[]> {
  const measured: number[] = [];
  for (const query of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const bytes = await countBytes(await context.newCDPSession(page));
    await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
    await answer(page, query);
    await page.waitForLoadState('networkidle');
    measured.push(bytes());
    await context.close();
  }
  return measured;
}

async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => bytes;
}

/** Milliseconds from a keystroke to its findings: by the clock, and of the page's own processor time. */
export interface Keystroke {
  clock: number;
  processor: number;
}

/** Each keystroke of the queries; every query is typed once before, so that nothing is fetched. */
export async function typing(
  browser: Browser,
  site: string,
  queries: readonly string[],
): Promise<Keystroke[]> {
  const page = await browser.newPage();
  await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const measured: Keystroke[] = [];
  for (const query of queries) {
    for (const isMeasured of [false, true]) {
      for (let length = 1; length <= query.length; length++) {
        const before = await taskTime(session);
        const clock = await answer(page, query.slice(0, length));
        if (isMeasured) measured.push({ clock, processor: (await taskTime(session)) - before });
      }
    }
  }
  await page.close();
  return measured;
}

/** Milliseconds that the page's main thread has worked. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** Types a query and waits until its findings are laid out. */
function answer(page: Page, query: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const field = document.getElementById('query') as HTMLInputElement;
    const list = document.getElementById('findings') as HTMLElement;
    const began = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event('input'));
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => list.ariaBusy === 'false' && resolve());
      observer.observe(list, { attributes: true });
    });
    list.getBoundingClientRect();
    return performance.now() - began;
  }, query);
}
