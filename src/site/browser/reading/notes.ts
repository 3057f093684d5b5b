const inMargin = matchMedia('(width >= 75rem)');

/** Opens the note of a mark beside the text, closes it by the same mark or by Escape. */
export function openNotes(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#n-"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const note = document.getElementById(link.hash.slice(1));
    if (!note) return;
    if (isOpen(note)) close(note);
    else open(note);
  });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && closeLast());
  addEventListener('hashchange', openTarget);
  openTarget();
}

const isOpen = (note: HTMLElement) => 'open' in note.dataset;
const marksOf = (note: HTMLElement) =>
  document.querySelectorAll<HTMLAnchorElement>(`:is([data-mark], .caesura)[href="#${note.id}"]`);

function open(note: HTMLElement): void {
  if (inMargin.matches) for (const other of openOnes()) close(other);
  note.dataset.open = '';
  expand(note, true);
  if (!inMargin.matches) note.scrollIntoView({ block: 'nearest' });
}

function close(note: HTMLElement): void {
  delete note.dataset.open;
  expand(note, false);
  // A note that the address opened would stay open: let the address name its mark instead.
  if (note.matches(':target')) location.hash = note.id.slice(2);
}

function expand(note: HTMLElement, isExpanded: boolean): void {
  for (const mark of marksOf(note)) {
    mark.setAttribute('aria-expanded', String(isExpanded));
    mark.setAttribute('aria-controls', note.id);
  }
}

const openOnes = () => document.querySelectorAll<HTMLElement>('.note[data-open], .note:target');

function closeLast(): void {
  const note = [...openOnes()].at(-1);
  if (!note) return;
  const isInside = note.contains(document.activeElement);
  close(note);
  if (isInside) marksOf(note)[0]?.focus();
}

/** An address that names a mark, `#e3` or `#e3-zh-Hans`, opens its note. */
function openTarget(): void {
  const id = /^#(?:n-)?([ecr]\d+)/.exec(location.hash)?.[1];
  const mark = id ? document.getElementById(id) : null;
  // What was taken out at one place shares a mark and a note.
  const shared = mark?.closest<HTMLAnchorElement>('.caesura')?.hash.slice(1);
  const note = id ? document.getElementById(shared ?? `n-${id}`) : null;
  // On a phone the mark may stand in the script that is not shown.
  if (mark && !mark.offsetParent) mark.closest('.row')?.scrollIntoView();
  if (note && !isOpen(note)) open(note);
}
