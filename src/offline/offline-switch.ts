/** Reading without a network: on unless the reader has turned it off. */

const SETTING = 'zhengben-offline';

/** Starts the worker where it is wanted, and makes `button` turn it off and on. */
export function offlineSwitch(button: HTMLButtonElement): void {
  if (!('serviceWorker' in navigator)) return;
  const show = () => {
    button.hidden = false;
    button.textContent = (isOff() ? button.dataset.start : button.dataset.stop) ?? '';
  };
  button.addEventListener('click', async () => {
    setOff(!isOff());
    show();
    await apply(button);
  });
  show();
  void apply(button);
}

async function apply({ dataset }: HTMLButtonElement): Promise<void> {
  if (isOff()) await stop();
  else await navigator.serviceWorker.register(toScriptAddress(dataset.worker ?? ''));
}

/** Takes the worker away, and all it has kept. */
async function stop(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith('zhengben-'));
  await Promise.all(names.map((name) => caches.delete(name)));
}

interface Policy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** A policy can be made only once. */
let policy: Policy | undefined;

/** Where the page's policy asks for trusted types, the worker's address has to be one. */
function toScriptAddress(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('zhengben-offline', { createScriptURL: (url) => url });
  return policy?.createScriptURL(address) ?? address;
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
