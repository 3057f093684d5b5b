import { keepRowInPlace } from './row-in-view.ts';

/** Where the settings are kept; `every-page.js` reads them before the page is painted. */
const KEY = 'zhengben';
const CONTROLS = '.tools input, .settings input';

/** Keeps what the reader chooses, on this machine only, and shows it at once: `{ theme: 'dark' }` → `data-theme`. */
export function keepSettings(): void {
  showChoices();
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches(CONTROLS)) choose(target.name, chosenIn(target));
  });
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-reset]')) forget();
  });
  addEventListener('storage', ({ key }) => key === KEY && location.reload());
}

/** Takes a choice as if the reader had made it by its switch. */
export function choose(name: string, value: string): void {
  keepRowInPlace(() => {
    document.documentElement.dataset[name] = value;
    showChoices();
  });
  write({ ...read(), [name]: value });
  document.dispatchEvent(new Event('settings'));
}

/** The next value of a setting: `chooseNext('marks', ['off', 'on', 'full'])` → from `on` to `full`. */
export function chooseNext(name: string, values: readonly string[]): void {
  const [first = ''] = values;
  const chosen = document.documentElement.dataset[name] ?? checkedIn(name) ?? first;
  choose(name, values[values.indexOf(chosen) + 1] ?? first);
}

const checkedIn = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value;

function chosenIn({ type, checked, value }: HTMLInputElement): string {
  return type === 'checkbox' && !checked ? 'off' : value;
}

/** Sets the switches as the root's attributes say. */
export function showChoices(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(CONTROLS)) {
    const chosen = document.documentElement.dataset[input.name];
    if (chosen !== undefined) input.checked = input.value === chosen;
  }
}

function forget(): void {
  const names = Object.keys(read());
  write({});
  keepRowInPlace(() => {
    for (const name of names) delete document.documentElement.dataset[name];
    for (const input of document.querySelectorAll<HTMLInputElement>(CONTROLS))
      input.checked = input.defaultChecked;
  });
  document.dispatchEvent(new Event('settings'));
}

function read(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {}; // nothing was stored, or storage is forbidden: the defaults hold
  }
}

function write(settings: Record<string, string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Without storage a choice lasts as long as the page.
  }
}
