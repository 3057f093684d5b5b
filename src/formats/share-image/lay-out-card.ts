/** Where everything stands on a share image: the head over a hairline, the first words below it, the seal at their end. */
import { balanceLines, breakLines, type Line, truncateLines } from './break-lines.ts';
import { type Card, HEIGHT, WIDTH } from './card.ts';
import { Layout, MARGIN } from './layout.ts';
import { loadGlyphs, type PlacedGlyph, type SizedGlyph, type Style, shapeText, tidy } from './shape-text.ts';

interface CardLayout {
  readonly placed: readonly PlacedGlyph[];
  /** Height of the hairline. */
  readonly rule: number;
}

const MEASURE = WIDTH - 2 * MARGIN;
/** The seal and the space beside it are kept free of text. */
export const SEAL_WIDTH = 76;
const TEXT_MEASURE = MEASURE - SEAL_WIDTH - 84;
export const BOTTOM = HEIGHT - 76;

/** The title is as large as it can be in so many lines. */
const titles: ReadonlyArray<{ style: Style; most: number }> = [
  { style: { size: 76, weight: 700 }, most: 1 },
  { style: { size: 64, weight: 700 }, most: 2 },
];
/** One that is too long for those has this size, and is truncated. */
const smallestTitle = { style: { size: 52, weight: 700 }, most: 3 } as const;
const TITLE_LEADING = 1.32;
const imprintStyle: Style = { size: 28, weight: 400 };
const textStyle: Style = { size: 36, weight: 400 };
/** Of a text without a title: its first words stand for it. */
const largeStyle: Style = { size: 48, weight: 400 };
/** Lines of the text are never closer than this, in em, nor farther than that: between, they fill the room there is. */
const [CLOSE, WIDE] = [1.66, 1.92];
const ELLIPSIS = '……';

/** No card has room for more characters than this. */
const MOST = 240;

/** Lays `card` out, as far as there is room; loads the glyphs it needs. */
export async function layOutCard({ language, ...card }: Card): Promise<CardLayout> {
  const title = tidy(card.title ?? '', MOST);
  const imprint = tidy(card.imprint, MOST);
  const paragraphs = takeFirst(card.paragraphs);
  await loadGlyphs([title, imprint, ...paragraphs, ELLIPSIS], language);
  const shape = (text: string, style: Style) => shapeText(text, language, style);

  const layout = new Layout();
  if (title) layout.add(layOutTitle(title, shape), { leading: TITLE_LEADING, isHung: true });
  if (imprint) {
    layout.skip(title ? 16 : 0);
    layout.add(layOutImprint(imprint, shape), { leading: 1.5, isGrey: true });
  }
  layout.skip(26);
  const rule = layout.top;
  layout.skip(28);
  const style = title ? textStyle : largeStyle;
  const measure = Math.floor(TEXT_MEASURE / style.size) * style.size;
  const lines = paragraphs.flatMap((text) =>
    breakLines(shape(text, style), measure, { indent: 2 * style.size }),
  );
  const { room, leading } = fitLines((BOTTOM - layout.top) / style.size);
  const ellipsis = shape(ELLIPSIS, style);
  layout.add(truncateLines(lines, { count: room, width: measure, ellipsis }), { leading, measure });
  return { placed: layout.placed, rule };
}

/** As much of the paragraphs as there may be room for. */
function takeFirst(paragraphs: readonly string[]): string[] {
  const taken: string[] = [];
  let room = MOST;
  for (const paragraph of paragraphs) {
    const text = tidy(paragraph, room);
    if (text === '') continue;
    taken.push(text);
    room -= text.length;
    if (room <= 0) break;
  }
  return taken;
}

type Shaper = (text: string, style: Style) => SizedGlyph[];

function layOutTitle(title: string, shape: Shaper): Array<Line<SizedGlyph>> {
  const broken = (style: Style) => breakLines(shape(title, style), MEASURE);
  const { style, most } = titles.find(({ style, most }) => broken(style).length <= most) ?? smallestTitle;
  const lines = broken(style);
  if (lines.length <= most) return balanceLines(shape(title, style), MEASURE);
  return truncateLines(lines, { count: most, width: MEASURE, ellipsis: shape(ELLIPSIS, style) });
}

function layOutImprint(imprint: string, shape: Shaper): Array<Line<SizedGlyph>> {
  const lines = breakLines(shape(imprint, imprintStyle), MEASURE);
  return truncateLines(lines, { count: 1, width: MEASURE, ellipsis: shape(ELLIPSIS, imprintStyle) });
}

/** How many lines there are in so many em, and their leading, if the last is to end where the room ends. */
function fitLines(height: number): { room: number; leading: number } {
  const room = Math.floor((height - 0.5) / CLOSE + 0.5);
  return { room, leading: Math.min(WIDE, (height - 0.5) / (room - 0.5)) };
}
