/** What a page must never do, noted while it is used. */
import type { Page } from 'playwright-core';

/** Notes errors in the console (violations of the security policy are among them), exceptions, requests to no site of `sites`. */
export function watchPage(page: Page, sites: ReadonlyArray<{ address: string }>): string[] {
  const complaints: string[] = [];
  const own = sites.map(({ address }) => new URL(address).origin);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => complaints.push(`exception: ${message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !own.includes(origin))
      complaints.push(`request to another host: ${request.url()}`);
  });
  return complaints;
}

/** What came over the wire, headers included, in bytes. */
export interface Weight {
  total: number;
  scripts: number;
  files: string[];
}

/** Weighs what the page loads from now on. */
export async function weighPage(page: Page): Promise<Weight> {
  const weight: Weight = { total: 0, scripts: 0, files: [] };
  const requests = new Map<string, { type: string; url: string }>();
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Network.responseReceived', ({ requestId, type, response }) =>
    requests.set(requestId, { type, url: response.url }),
  );
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, url } = requests.get(requestId) ?? { type: '', url: '?' };
    weight.total += encodedDataLength;
    if (type === 'Script') weight.scripts += encodedDataLength;
    weight.files.push(`${encodedDataLength} ${new URL(url).pathname}`);
  });
  await devtools.send('Network.enable');
  return weight;
}

/** Less than this is no shift: a justified line comes in pieces, and its last character moves by a hair when it is whole. */
const HAIR = 0.0005;

/** A shift of the layout: how much, what moved, and whether the reader had just touched something. */
export interface Shift {
  value: number;
  moved: string[];
  byReader: boolean;
}

/** Has the page note its layout shifts; call it before the page is opened, and `shiftsOf` later. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Entry extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: Array<{ node: Node | null }>;
    }
    const shifts: unknown[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
        const moved = sources.map(({ node }) =>
          (node?.parentElement ? (node as Element).outerHTML : '')?.slice(0, 120),
        );
        shifts.push({ value, byReader: hadRecentInput, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The shifts so far that can be seen, after two more frames. */
export function shiftsOf(page: Page): Promise<Shift[]> {
  return page.evaluate(async (hair) => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (window as unknown as { shifts: Shift[] }).shifts.filter(({ value }) => value >= hair);
  }, HAIR);
}
