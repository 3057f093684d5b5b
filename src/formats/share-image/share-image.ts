/** The picture of a text that networks show beside a link to it. */
import { type Card, WIDTH } from './card.ts';
import { loadGlyphs } from './compose.ts';
import { BOTTOM, layOut, SEAL_WIDTH } from './lay-out.ts';
import { MARGIN } from './page.ts';
import { clearSheet, printBlock, printGlyph, printRule, takeSheet } from './print.ts';
import { typefaceFor } from './typeface.ts';

const SEAL = '正本';
const SEAL_LANGUAGE = 'zh-Hant';
const SEAL_HEIGHT = 136;
const SEAL_SIZE = 54;
/** How far a Han character goes below its baseline, in em. */
const BELOW_BASELINE = 0.12;

/** A PNG of 1200 × 630 pixels. The same card gives the same bytes. */
export async function drawShareImage(card: Card): Promise<Uint8Array> {
  await loadGlyphs([SEAL], SEAL_LANGUAGE);
  const { placed, rule } = await layOut(card);
  // From here on nothing waits: there is one sheet, and another picture would be printed on it.
  clearSheet();
  printRule(MARGIN, rule, WIDTH - 2 * MARGIN);
  for (const { sort, x, y, isQuiet } of placed)
    printGlyph({ glyph: sort.glyph, ...sort.style, x, y, ink: isQuiet ? 'quiet' : 'ink' });
  printSeal();
  return takeSheet();
}

/** The seal of the site, from top to bottom, white on vermilion. */
function printSeal(): void {
  const left = WIDTH - MARGIN - SEAL_WIDTH;
  const top = BOTTOM - SEAL_HEIGHT;
  printBlock({ left, top, width: SEAL_WIDTH, height: SEAL_HEIGHT });
  [...SEAL].forEach((character, index) => {
    const glyph = typefaceFor(SEAL_LANGUAGE).glyph(character)!;
    const x = left + (SEAL_WIDTH - SEAL_SIZE) / 2;
    const y = Math.round(top + SEAL_HEIGHT / 2 + (index - BELOW_BASELINE) * SEAL_SIZE);
    printGlyph({ glyph, size: SEAL_SIZE, weight: 900, x, y, ink: 'relief' });
  });
}
