/** The picture of a text that networks show beside a link to it. */
import { canvasToPng, clearCanvas, drawGlyph, drawHairline, fillRectangle } from './canvas.ts';
import { type Card, WIDTH } from './card.ts';
import { BOTTOM, layOutCard, SEAL_WIDTH } from './lay-out-card.ts';
import { MARGIN } from './layout.ts';
import { loadGlyphs, shapeText } from './shape-text.ts';

const SEAL = '正本';
const SEAL_LANGUAGE = 'zh-Hant';
const SEAL_HEIGHT = 136;
const SEAL_SIZE = 54;
/** How far a Han character goes below its baseline, in em. */
const BELOW_BASELINE = 0.12;

/** A PNG of 1200 × 630 pixels. The same card gives the same bytes. */
export async function drawShareImage(card: Card): Promise<Uint8Array> {
  await loadGlyphs([SEAL], SEAL_LANGUAGE);
  const { placed, rule } = await layOutCard(card);
  // From here on nothing waits: there is one canvas, and another image would be drawn on it.
  clearCanvas();
  drawHairline({ left: MARGIN, top: rule, width: WIDTH - 2 * MARGIN });
  for (const glyph of placed) drawGlyph(glyph, glyph.isGrey ? 'grey' : 'black');
  drawSeal();
  return canvasToPng();
}

/** The seal of the site, from top to bottom, light on vermilion. */
function drawSeal(): void {
  const left = WIDTH - MARGIN - SEAL_WIDTH;
  const top = BOTTOM - SEAL_HEIGHT;
  fillRectangle({ left, top, width: SEAL_WIDTH, height: SEAL_HEIGHT });
  const x = left + (SEAL_WIDTH - SEAL_SIZE) / 2;
  for (const [index, glyph] of shapeText(SEAL, SEAL_LANGUAGE, { size: SEAL_SIZE, weight: 900 }).entries()) {
    const y = Math.round(top + SEAL_HEIGHT / 2 + (index - BELOW_BASELINE) * SEAL_SIZE);
    drawGlyph({ ...glyph, x, y, isGrey: false }, 'reversed');
  }
}
