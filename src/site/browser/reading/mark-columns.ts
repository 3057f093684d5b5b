import { rangeOf } from '../search/edition-blocks.ts';
import { differences } from './differences.ts';

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
    ...row.querySelectorAll<HTMLElement>(':scope > [lang]'),
  ]);
  const pairs = rows.flatMap(([one, other]) => (one && other ? [[one, other] as const] : []));
  show('differ', differ === 'on' ? pairs.flatMap(rangesThatDiffer) : []);
  show('gloss', glosses === 'on' ? pairs.flatMap(rangesOfGlosses) : []);
}

function show(name: string, ranges: Range[]): void {
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

type Pair = readonly [HTMLElement, HTMLElement];

function rangesThatDiffer([one, other]: Pair): Range[] {
  const found = differences(one.textContent ?? '', other.textContent ?? '');
  const spans = (column: 0 | 1) => found.map((pair) => pair[column]);
  return [
    ...spans(0).map(([start, end]) => rangeOf(one, start, end)),
    ...spans(1).map(([start, end]) => rangeOf(other, start, end)),
  ];
}

/** Both columns have one character for one. */
function rangesOfGlosses([one, other]: Pair): Range[] {
  const before = document.createRange();
  before.setStart(one, 0);
  return [...one.querySelectorAll('u')].map((gloss) => {
    before.setEndBefore(gloss);
    const start = before.toString().length;
    return rangeOf(other, start, start + gloss.textContent.length);
  });
}
