import { sentencesOf } from './sentences.ts';
import { offsetIn, rangesOf } from './text-range.ts';

const CELL = '.row > [lang]';

/**
 * On a page with both scripts: marks the sentence under the pointer or the focus and its counterpart, and keeps a
 * selection to one column.
 */
export function pairScripts(): void {
  if (!document.querySelector('.two')) return;
  keepToColumn();
  if (!('highlights' in CSS)) return;
  let isPending = false;
  document.addEventListener('pointermove', ({ clientX, clientY, pointerType }) => {
    if (isPending || pointerType === 'touch') return;
    isPending = true;
    requestAnimationFrame(() => {
      isPending = false;
      pairAt(caretAt(clientX, clientY));
    });
  });
  document.addEventListener('focusin', ({ target }) => pairAt({ node: target as Node, offset: 0 }));
  document.addEventListener('selectionchange', () => {
    const { anchorNode: node, anchorOffset: offset } = getSelection() ?? {};
    if (node) pairAt({ node, offset: offset ?? 0 });
  });
}

interface Caret {
  node: Node;
  offset: number;
}

function caretAt(x: number, y: number): Caret | undefined {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

let paired = '';

function pairAt(caret: Caret | undefined): void {
  const element = caret?.node instanceof Element ? caret.node : caret?.node.parentElement;
  const cell = element?.closest(CELL);
  const row = cell?.parentElement;
  if (!caret || !cell || !row) {
    unpair();
    return;
  }
  const at = offsetIn(cell, caret.node, caret.offset);
  const number = sentencesOf(cell.textContent ?? '').findIndex(([, end]) => at < end);
  const key = `${row.id} ${number}`;
  if (key === paired) return;
  paired = key;
  const cells = [...row.querySelectorAll(':scope > [lang]')];
  const ranges = cells.flatMap((each) => {
    const sentence = sentencesOf(each.textContent ?? '').at(number);
    return sentence ? rangesOf(each, [sentence]) : [];
  });
  CSS.highlights.set('pair', new Highlight(...ranges));
}

function unpair(): void {
  paired = '';
  CSS.highlights.delete('pair');
}

/** A selection that begins in one column leaves the other out. */
function keepToColumn(): void {
  const edition = document.querySelector<HTMLElement>('.two');
  edition?.addEventListener('pointerdown', ({ target, button }) => {
    const cell = (target as Element).closest<HTMLElement>(`${CELL}, h1 > [lang]`);
    if (button === 0 && cell) edition.dataset.selecting = cell.lang;
    else if (button === 0) delete edition.dataset.selecting;
  });
}
