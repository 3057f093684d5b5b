/** After so many milliseconds without a new search, the reader has stopped typing. */
const IDLE_MS = 1500;

let latest = new AbortController();

/**
 * Calls `run` once: when pointer, finger or focus reaches `element`, or when the reader has stopped typing. What an earlier
 * call waits for or runs is aborted by its signal.
 */
export function loadOnDemand(element: HTMLElement, run: (signal: AbortSignal) => Promise<unknown>): void {
  latest.abort();
  const current = new AbortController();
  latest = current;
  const begun = new AbortController();
  const signal = AbortSignal.any([current.signal, begun.signal]);
  const begin = () => {
    begun.abort();
    run(current.signal).catch(console.error);
  };
  const timer = setTimeout(begin, IDLE_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
  for (const event of ['pointerenter', 'touchstart', 'focusin'])
    element.addEventListener(event, begin, { signal, passive: true });
}
