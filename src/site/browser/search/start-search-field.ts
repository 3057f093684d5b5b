/**
 * Makes the search in the head of a page open over the page: by a click, by typing, and by `/` from anywhere (、 on a Chinese
 * keyboard), which takes along the words that are selected. Where it cannot be opened, field and link lead to the search page.
 */
export function startSearchField(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts="/"]');
  const field = document.querySelector<HTMLInputElement>('#site-query');
  const own = document.getElementById('query') as HTMLInputElement | null;
  const open = async (words = field?.value ?? '') => {
    if (!link) return;
    try {
      const { openOverlay } = await import('./overlay/open-overlay.ts');
      await openOverlay(link.href, words, (typed) => {
        if (field) field.value = typed;
      });
    } catch (error) {
      console.error(error);
      location.assign(words ? `${link.href}?${new URLSearchParams({ q: words })}` : link.href);
    }
  };
  field?.addEventListener('click', () => void open());
  field?.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) void open();
  });
  field?.addEventListener('compositionend', () => void open());
  link?.addEventListener('click', (event) => {
    if (own || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  });
  document.addEventListener('keydown', (event) => {
    if (!/^[/、]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event))
      return;
    event.preventDefault();
    own?.focus();
    own?.select();
    if (!own) void open(selectedWords() ?? field?.value);
  });
}

function isTyping({ target }: Event): boolean {
  return (
    (target as Element).matches?.('input:not([type="checkbox"], [type="radio"]), textarea, select') ?? false
  );
}

/** What the reader has selected, unless it is more than one would search for. */
function selectedWords(): string | undefined {
  const words = String(getSelection()).trim();
  return /^.{1,40}$/.test(words) ? words : undefined;
}
