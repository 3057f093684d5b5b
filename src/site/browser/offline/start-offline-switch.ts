/** Reading without a network: on unless the reader has turned it off. */
import { workerAddress } from './worker-address.ts';

const SETTING = 'zhengben-offline';
const KEPT_FILE = /\.(?:css|js|svg|webmanifest)$/;

/** Starts the worker where it is wanted, and makes `button` turn it off and on. */
export function startOfflineSwitch(button: HTMLButtonElement): void {
  if (!('serviceWorker' in navigator)) return;
  const { worker = '', start, stop } = button.dataset;
  const show = () => {
    button.hidden = false;
    button.textContent = (isOff() ? start : stop) ?? '';
  };
  const apply = () => (isOff() ? stopWorker(worker) : startWorker(worker));
  button.addEventListener('click', () => {
    setOff(!isOff());
    show();
    void apply();
  });
  show();
  void apply();
}

async function startWorker(address: string): Promise<void> {
  const { serviceWorker } = navigator;
  await serviceWorker.register(workerAddress(address), { updateViaCache: 'none' });
  const { active } = await serviceWorker.ready;
  const addresses = fetchedWithoutWorker();
  if (addresses.length > 0) active?.postMessage(addresses);
}

/**
 * The page that is open and its files, as far as no worker was there to keep them. Whether one is there now says nothing of
 * that: it takes over pages that were fetched before it.
 */
function fetchedWithoutWorker(): string[] {
  const timings = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
  return (timings as PerformanceResourceTiming[])
    .filter(({ workerStart }) => workerStart === 0)
    .filter(({ entryType, name }) => entryType === 'navigation' || KEPT_FILE.test(name))
    .map(({ name }) => name);
}

/** Removes the worker and its caches; those of other sites on this host stay. */
async function stopWorker(address: string): Promise<void> {
  const { href } = new URL(address, location.href);
  const registrations = await navigator.serviceWorker.getRegistrations();
  const ours = registrations.filter(({ active, installing, waiting }) =>
    [active, installing, waiting].some((worker) => worker?.scriptURL === href),
  );
  await Promise.all(ours.map((registration) => registration.unregister()));
  const scope = new URL('.', href).href;
  const names = (await caches.keys()).filter((name) => name.endsWith(` ${scope}`));
  await Promise.all(names.map((name) => caches.delete(name)));
}

function isOff(): boolean {
  try {
    return localStorage.getItem(SETTING) === 'off';
  } catch {
    return true; // a browser that keeps no setting shall keep no pages either
  }
}

function setOff(off: boolean): void {
  if (off) localStorage.setItem(SETTING, 'off');
  else localStorage.removeItem(SETTING);
}
