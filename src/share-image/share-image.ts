/** The picture of a text that networks show beside a link to it. */
import { type Card, WIDTH } from './card.ts';
import { loadGlyphs } from './compose.ts';
import { BOTTOM, layOut, SEAL_WIDTH } from './lay-out.ts';
import { MARGIN } from './page.ts';
import { toPng } from './png.ts';
import { palette, printBlock, printGlyph, printRule, takeSheet } from './print.ts';
import { typefaceFor } from './typeface.ts';

const SEAL = '正本';
const SEAL_HEIGHT = 136;
const SEAL_SIZE = 54;

/** A PNG of 1200 × 630 pixels. The same card gives the same bytes. */
export async function drawShareImage(card: Card): Promise<Uint8Array> {
  const { placed, rule } = await layOut(card);
  const sheet = takeSheet();
  printRule(sheet, rule, MARGIN, WIDTH - MARGIN);
  for (const { sort, x, y, isQuiet } of placed)
    printGlyph(sheet, { glyph: sort.glyph, ...sort.style, x, y, ink: isQuiet ? 'quiet' : 'ink' });
  await printSeal(sheet);
  return toPng(sheet, WIDTH, palette);
}

/** The seal of the site, from top to bottom, white on vermilion. */
async function printSeal(sheet: Uint8Array): Promise<void> {
  const left = WIDTH - MARGIN - SEAL_WIDTH;
  const top = BOTTOM - SEAL_HEIGHT;
  printBlock(sheet, left, top, SEAL_WIDTH, SEAL_HEIGHT);
  await loadGlyphs([SEAL], 'zh-Hant');
  [...SEAL].forEach((character, index) => {
    const glyph = typefaceFor('zh-Hant').glyph(character)!;
    const x = left + (SEAL_WIDTH - SEAL_SIZE) / 2;
    const y = top + SEAL_HEIGHT / 2 + (index - 0.12) * SEAL_SIZE;
    printGlyph(sheet, { glyph, size: SEAL_SIZE, weight: 900, x, y: Math.round(y), ink: 'relief' });
  });
}
