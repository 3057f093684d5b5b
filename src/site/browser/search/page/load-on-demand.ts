/** So long a reader rests who has stopped typing. */
const REST = 1500;

let latest = new AbortController();

/**
 * Runs something once, when the reader turns to an element by pointer, finger or key, or has rested. What waited or ran
 * before is given up: its signal says so.
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
  const timer = setTimeout(begin, REST);
  signal.addEventListener('abort', () => clearTimeout(timer));
  for (const event of ['pointerenter', 'touchstart', 'focusin'])
    element.addEventListener(event, begin, { signal, passive: true });
}
