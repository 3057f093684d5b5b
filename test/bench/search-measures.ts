import type { Browser, CDPSession, Page } from 'playwright-core';
import { kindOf, PAGE } from './search-files.ts';

/** The value below which such a share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** A file over the wire, and how many bytes it took with its headers. */
export interface Fetched {
  address: string;
  bytes: number;
}

/** What was fetched from opening a page to seeing the first findings, in a browser that knew nothing. */
export interface FirstQuery {
  query: string;
  fetched: Fetched[];
}

/** Opens a page and asks, each query in a browser of its own; without the site's worker, behind which bytes are not seen. */
export async function firstQueries(
  browser: Browser,
  queries: readonly string[],
  { address, ask = askPage }: { address: string; ask?: (page: Page, query: string) => Promise<unknown> },
): Promise<FirstQuery[]> {
  const measured: FirstQuery[] = [];
  for (const query of queries) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const fetched = await recordFetched(await context.newCDPSession(page));
    await page.goto(address, { waitUntil: 'networkidle' });
    await ask(page, query);
    measured.push({ query, fetched: await fetched() });
    await context.close();
  }
  return measured;
}

/** Kilobytes and requests, with the page itself or without. */
export function weigh({ fetched }: FirstQuery, isWithPage: boolean): { kilobytes: number; requests: number } {
  const counted = fetched.filter(({ address }) => isWithPage || kindOf(address) !== PAGE);
  const bytes = counted.reduce((sum, file) => sum + file.bytes, 0);
  return { kilobytes: bytes / 1024, requests: counted.length };
}

/** Notes what is fetched from now on; asked for it, waits for what is under way. */
async function recordFetched(session: CDPSession): Promise<() => Promise<Fetched[]>> {
  const addresses = new Map<string, string>();
  const fetched: Fetched[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) addresses.set(requestId, request.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    if (address !== undefined) fetched.push({ address, bytes: encodedDataLength });
    addresses.delete(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId }) => addresses.delete(requestId));
  await session.send('Network.enable');
  return async () => {
    while (addresses.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    return fetched;
  };
}

/** Milliseconds by the clock from a keystroke to its findings. Every query is typed once before, so that nothing is fetched. */
export async function typing(
  browser: Browser,
  address: string,
  queries: readonly string[],
): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const measured: number[] = [];
  for (const query of queries) {
    for (const isMeasured of [false, true]) {
      for (let length = 1; length <= query.length; length++) {
        const clock = await askPage(page, query.slice(0, length));
        if (isMeasured) measured.push(clock);
      }
    }
  }
  await page.close();
  return measured;
}

/** Types a query on the search page and waits until its findings are laid out. */
function askPage(page: Page, query: string): Promise<number> {
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
