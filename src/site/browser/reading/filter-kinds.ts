/**
 * Leaves of the apparatus the emendations of the kind chosen. By an attribute of its own, for the search in the apparatus
 * hides what it has not found; and an entry that the address names is always shown.
 */
export function filterKinds(): void {
  const select = document.querySelector<HTMLSelectElement>('#kind-filter');
  if (!select) return;
  const show = () => {
    for (const entry of document.querySelectorAll<HTMLElement>('[data-kind]'))
      entry.toggleAttribute('data-other', select.value !== '' && entry.dataset.kind !== select.value);
  };
  select.addEventListener('change', show);
  addEventListener('hashchange', () => {
    if (!document.querySelector(':target')?.closest('[data-other]')) return;
    select.value = '';
    show();
  });
}
