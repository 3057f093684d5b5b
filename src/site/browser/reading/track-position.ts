import { rowInView } from './row-in-view.ts';

/** Keeps the contents and the links to the other scripts in step with the paragraph in view. */
export function trackPosition(): void {
  markSection();
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('[data-keeps-place]');
    if (link) link.hash = rowInView()?.id ?? '';
  });
}

/** Marks in the contents the section that is being read. */
function markSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  if (links.length === 0) return;
  const show = () => {
    const row = rowInView();
    const read = links.findLast(({ hash }) => {
      const heading = document.getElementById(hash.slice(1));
      return row && heading && !(row.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    for (const link of links) {
      if (link === read) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  // Told when a paragraph crosses the line under the running head, and at no other time.
  const observer = new IntersectionObserver(show, { rootMargin: '-64px 0px -80% 0px' });
  for (const row of document.querySelectorAll('.row')) observer.observe(row);
}
