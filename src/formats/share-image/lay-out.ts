/** Where everything stands on a share image: the head over a hairline, the first words below it, the seal at their end. */
import { balanceLines, breakLines, cutLines, type Line } from './break-lines.ts';
import { type Card, HEIGHT, WIDTH } from './card.ts';
import { compose, loadGlyphs, type Sort, type Style, tidy } from './compose.ts';
import { MARGIN, openPage, type Placed } from './page.ts';

export interface Layout {
  readonly placed: readonly Placed[];
  /** Height of the hairline. */
  readonly rule: number;
}

const MEASURE = WIDTH - 2 * MARGIN;
/** The seal and the space beside it are kept free of text. */
export const SEAL_WIDTH = 76;
const TEXT_MEASURE = MEASURE - SEAL_WIDTH - 84;
export const BOTTOM = HEIGHT - 76;

/** The title is as large as it can be in so many lines. */
const titles: ReadonlyArray<{ style: Style; lines: number }> = [
  { style: { size: 76, weight: 700 }, lines: 1 },
  { style: { size: 64, weight: 700 }, lines: 2 },
  { style: { size: 52, weight: 700 }, lines: 3 },
];
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
export async function layOut({ language, ...card }: Card): Promise<Layout> {
  const title = tidy(card.title ?? '', MOST);
  const imprint = tidy(card.imprint, MOST);
  const paragraphs = takeFirst(card.paragraphs);
  await loadGlyphs([title, imprint, ...paragraphs, ELLIPSIS], language);
  const set = (text: string, style: Style) => compose(text, language, style);

  const page = openPage();
  if (title) page.add(setTitle(title, set), { leading: TITLE_LEADING, isHung: true });
  if (imprint) {
    page.skip(title ? 16 : 0);
    page.add(setImprint(imprint, set), { leading: 1.5, isQuiet: true });
  }
  page.skip(26);
  const rule = page.top();
  page.skip(28);
  const style = title ? textStyle : largeStyle;
  const measure = Math.floor(TEXT_MEASURE / style.size) * style.size;
  const lines = paragraphs.flatMap((text) =>
    breakLines(set(text, style), measure, { indent: 2 * style.size }),
  );
  const { room, leading } = fitLines((BOTTOM - page.top()) / style.size);
  page.add(cutLines(lines, room, measure, set(ELLIPSIS, style)), { leading, measure });
  return { placed: page.placed, rule };
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

type Setter = (text: string, style: Style) => Sort[];

function setTitle(title: string, set: Setter): Array<Line<Sort>> {
  const fits = titles.find(({ style, lines }) => breakLines(set(title, style), MEASURE).length <= lines);
  const { style, lines } = fits ?? titles.at(-1)!;
  const items = set(title, style);
  return fits
    ? balanceLines(items, MEASURE)
    : cutLines(breakLines(items, MEASURE), lines, MEASURE, set(ELLIPSIS, style));
}

function setImprint(imprint: string, set: Setter): Array<Line<Sort>> {
  const lines = breakLines(set(imprint, imprintStyle), MEASURE);
  return cutLines(lines, 1, MEASURE, set(ELLIPSIS, imprintStyle));
}

/** How many lines there are in so many em, and their leading, if the last is to end where the room ends. */
function fitLines(height: number): { room: number; leading: number } {
  const room = Math.floor((height - 0.5) / CLOSE + 0.5);
  return { room, leading: Math.min(WIDE, (height - 0.5) / (room - 0.5)) };
}
