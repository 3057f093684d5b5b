import { differences } from './differences.ts';
import { offsetIn, rangesOf } from './text-range.ts';

/**
 * On a page with both scripts, where the reader wants it: marks the characters that differ, and in the second column the
 * places of glosses, which have elements in the first only, for thousands of them are a good part of a page's weight.
 */
export function markColumns(): void {
  if (!document.querySelector('.two') || !('highlights' in CSS)) return;
  mark();
  document.addEventListener('settings', mark);
}

function mark(): void {
  const { differ, glosses } = document.documentElement.dataset;
  const rows = [...document.querySelectorAll('.two .row, .two h1')].map((row) => [
    ...row.querySelectorAll(':scope > [lang]'),
  ]);
  const pairs = rows.flatMap(([one, other]) => (one && other ? [[one, other] as const] : []));
  show('differ', differ === 'on' ? pairs.flatMap(rangesThatDiffer) : []);
  show('gloss', glosses === 'on' ? pairs.flatMap(rangesOfGlosses) : []);
}

function show(name: string, ranges: StaticRange[]): void {
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

type Pair = readonly [Element, Element];

function rangesThatDiffer([one, other]: Pair): StaticRange[] {
  const found = differences(one.textContent ?? '', other.textContent ?? '');
  const spans = (column: 0 | 1) => found.map((pair) => pair[column]);
  return [...rangesOf(one, spans(0)), ...rangesOf(other, spans(1))];
}

/** Both columns have one character for one. */
function rangesOfGlosses([one, other]: Pair): StaticRange[] {
  const spans = [...one.querySelectorAll('u')].map((gloss) => {
    const start = offsetIn(one, gloss, 0);
    return [start, start + (gloss.textContent?.length ?? 0)] as const;
  });
  return rangesOf(other, spans);
}
