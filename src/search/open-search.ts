import type { Language } from '../edition/schema.ts';
import { pageAddress } from '../library/addresses.ts';

const LONGEST = 40;

/**
 * Lets `/` open the search from any page, with the words that are selected; on the search page it leads to the field. A
 * Chinese keyboard gives 、 for the same key.
 */
export function openSearchBySlash(): void {
  addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' || event.key === '、';
    if (!isSlash || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    const field = document.getElementById('query');
    if (field instanceof HTMLInputElement) field.select();
    else location.assign(searchAddress());
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
  );
}

/** The search page in the script of this one. */
function searchAddress(): string {
  const language: Language = document.documentElement.lang === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant';
  const selected = getSelection()?.toString().trim() ?? '';
  const isUsable = selected !== '' && selected.length <= LONGEST && !selected.includes('\n');
  return `${pageAddress(language, 'search/')}${isUsable ? `?${new URLSearchParams({ q: selected })}` : ''}`;
}
