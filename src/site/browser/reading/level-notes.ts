/** Brings each note in the margin level with the line of its mark, as far as its neighbours leave room. */
export function levelNotes(): void {
  const edition = document.querySelector('.edition');
  if (!edition) return;
  new ResizeObserver(level).observe(edition);
  document.addEventListener('settings', level);
}

/** Reads everything, then writes everything: a note moved in between would lay the page out anew each time. */
function level(): void {
  const lists = [...document.querySelectorAll<HTMLElement>('.row > .notes')];
  const isMargin =
    matchMedia('(width >= 75rem)').matches && document.documentElement.dataset.vertical !== 'on';
  const shifts = lists.flatMap((list) => shiftsOf(list, isMargin));
  // By `translate`, which is no layout shift.
  for (const [note, shift] of shifts) note.style.translate = shift > 0 ? `0 ${shift}px` : '';
}

function shiftsOf(list: HTMLElement, isMargin: boolean): Array<[HTMLElement, number]> {
  const notes = [...list.querySelectorAll<HTMLElement>('.note')];
  if (!isMargin) return notes.map((note) => [note, 0]);
  const { top } = list.getBoundingClientRect();
  const end = (list.parentElement ?? list).getBoundingClientRect().bottom - top;
  const last = notes.at(-1);
  // What a note and those after it need, which is how far down it may go.
  const height = last ? last.offsetTop + last.offsetHeight : 0;
  let shift = 0;
  return notes.map((note) => {
    const wanted = (lineOf(note) ?? 0) - top - note.offsetTop;
    shift = Math.round(Math.min(Math.max(wanted, shift), end - height));
    return [note, shift];
  });
}

/** Top of the line that a note's mark stands in, in the column nearest to the margin. */
function lineOf(note: HTMLElement): number | undefined {
  const marks = [...document.querySelectorAll(`:is([data-mark], .caesura)[href="#${note.id}"]`)];
  const rects = marks.map((mark) => mark.getClientRects()[0]).filter((rect) => rect !== undefined);
  return rects.sort((a, b) => b.left - a.left)[0]?.top;
}
