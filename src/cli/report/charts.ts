/** Small charts as inline SVG, in two inks. */
import { type Html, html } from './html.ts';

export interface Bar {
  readonly label: string;
  readonly count: number;
}

const WIDTH = 420;
const ROW = 24;
const LABELS = 190;
const NUMBERS = 60;

/** Horizontal bars, a row each, in the order given; `ink` is a class. */
export function drawBars(bars: readonly Bar[], title: string, ink: 'ink' | 'vermilion'): Html {
  if (bars.length === 0) return html`<p class="quiet">無 none</p>`;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const room = WIDTH - LABELS - NUMBERS;
  const rows = bars.map(({ label, count }, row) => {
    const [y, width] = [row * ROW, count === 0 ? 0 : Math.max(1, Math.round((room * count) / most))];
    return html`<text x="0" y="${raw(y + 17)}">${label}</text><rect class="${ink}" x="${raw(LABELS)}" y="${raw(y + 6)}" width="${raw(width)}" height="12"/><text class="number" x="${raw(LABELS + width + 6)}" y="${raw(y + 17)}">${count}</text>`;
  });
  const height = bars.length * ROW;
  return html`<svg viewBox="0 0 ${raw(WIDTH)} ${raw(height)}" role="img" aria-label="${title}">${rows}</svg>`;
}

/** Numbers of attributes have no commas. */
const raw = (value: number): Html => ({ html: String(value) });
