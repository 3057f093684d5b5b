/** The system's share sheet, where there is one; and what a printed page says of its source. */
export function offerSharing(): void {
  const button = document.querySelector<HTMLElement>('[data-share]');
  if (button && 'share' in navigator) {
    button.hidden = false;
    button.addEventListener('click', () =>
      // Rejects when the reader closes the sheet, which is no error.
      navigator.share({ title: document.title, url: location.href }).catch(() => {}),
    );
  }
  addEventListener('beforeprint', () => {
    const source = document.querySelector('[data-printed]');
    if (source)
      source.textContent = `${location.href} · ${new Intl.DateTimeFormat('sv-SE').format(new Date())}`;
  });
}
