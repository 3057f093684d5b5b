/** Reading without a network: on unless the reader has turned it off. */
import { workerAddress } from './worker-address.ts';

const SETTING = 'zhengben-offline';

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
  const isFirst = serviceWorker.controller === null;
  await serviceWorker.register(workerAddress(address), { updateViaCache: 'none' });
  const { active } = await serviceWorker.ready;
  if (isFirst) active?.postMessage(openAddresses());
}

/** The page that is open, and its files: it was fetched before there was a worker to keep it. */
function openAddresses(): string[] {
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  return [location.href, ...files.filter((name) => /\.(?:css|js|svg|webmanifest)$/.test(name))];
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
