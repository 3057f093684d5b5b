import { encode } from 'uqr';
import type { Language } from '../contract/schema.ts';

/** Name of the file with the QR code of one of a text's pages, beside the text. */
export function codeFile(view: 'parallel' | Language): string {
  return `qr-${view}.svg`;
}

/**
 * The QR code of an address as an SVG file: the dark modules are strokes, one module high, on white ground with the quiet
 * zone that readers need. It is made when the site is built, so that nobody else learns who reads what.
 */
export function qrCode(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 0, maskPattern: MASK });
  const path = data.map((row, y) =>
    strokes(row)
      .map(([x, length]) => `M${x} ${y}.5h${length}`)
      .join(''),
  );
  const side = size + 2 * QUIET;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-${QUIET} -${QUIET} ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M-${QUIET}-${QUIET}h${side}v${side}h-${side}z"/><path stroke="#000" d="${path.join('')}"/></svg>\n`;
}

const QUIET = 4;
/** Readers take any of the eight masks; choosing the fairest takes most of the time. */
const MASK = 0;

/** Runs of dark modules in a row, as place and length: `[false, true, true]` → `[[1, 2]]`. */
function strokes(row: readonly boolean[]): Array<[number, number]> {
  const runs: Array<[number, number]> = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
