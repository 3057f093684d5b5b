/** The paper, and what is printed on it in two inks. */
import { HEIGHT, WIDTH } from './card.ts';
import { type Color, strideOf, toPng } from './png.ts';
import { type Bitmap, rasterize } from './rasterize.ts';
import type { Glyph, Weight } from './typeface.ts';

const paper: Color = [0xfb, 0xf8, 0xf1];
const ink: Color = [0x1f, 0x1b, 0x16];
const vermilion: Color = [0xa8, 0x30, 0x1c];
/** More cannot be told apart, and make larger files. */
const INK_STEPS = 7;
const VERMILION_STEPS = 4;

/** Paper, then ever more ink on it, then ever more vermilion. The quiet ink is nearly ink at two thirds. */
const palette: readonly Color[] = [
  ...Array.from({ length: INK_STEPS + 1 }, (_, step) => blend(ink, step / INK_STEPS)),
  ...Array.from({ length: VERMILION_STEPS }, (_, step) => blend(vermilion, (step + 1) / VERMILION_STEPS)),
];

function blend(color: Color, share: number): Color {
  const [red, green, blue] = paper.map((value, index) => Math.round(value + (color[index]! - value) * share));
  return [red!, green!, blue!];
}

/** Colours for how much of a pixel is covered, 0 to 255. */
type Tone = Uint8Array;

const toTone = (colorOf: (covered: number) => number): Tone =>
  Uint8Array.from({ length: 256 }, (_, coverage) => colorOf(coverage / 255));
const inkTone = toTone((covered) => Math.round(covered * INK_STEPS));
const quietTone = toTone((covered) => Math.round(covered * INK_STEPS * 0.68));
/** Paper left white in vermilion. */
const reliefTone = toTone((covered) => {
  const step = Math.round((1 - covered) * VERMILION_STEPS);
  return step === 0 ? 0 : INK_STEPS + step;
});
const HAIRLINE = Math.round(INK_STEPS * 0.3);
const SOLID_VERMILION = INK_STEPS + VERMILION_STEPS;

interface Impression {
  readonly glyph: Glyph;
  readonly size: number;
  readonly weight: Weight;
  /** The left end of its baseline; quarters of a pixel are kept. */
  readonly x: number;
  readonly y: number;
  readonly ink: 'ink' | 'quiet' | 'relief';
}

const tones: Readonly<Record<Impression['ink'], Tone>> = {
  ink: inkTone,
  quiet: quietTone,
  relief: reliefTone,
};

const STRIDE = strideOf(WIDTH);
/** There is one sheet, used again and again; its rows are as they stand in a PNG. */
const sheet = new Uint8Array(STRIDE * HEIGHT);

export function clearSheet(): void {
  sheet.fill(0);
}

/** What has been printed since the sheet was cleared, as a PNG. */
export function takeSheet(): Uint8Array {
  return toPng(sheet, WIDTH, palette);
}

interface Rectangle {
  /** Even, as the width is. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function fill(color: number, { left, top, width, height }: Rectangle): void {
  for (let row = top; row < top + height; row++) {
    const start = row * STRIDE + 1 + left / 2;
    sheet.fill((color << 4) | color, start, start + width / 2);
  }
}

/** A hairline across. */
export function printRule(left: number, top: number, width: number): void {
  fill(HAIRLINE, { left, top, width, height: 1 });
}

/** A block of vermilion. */
export function printBlock(rectangle: Rectangle): void {
  fill(SOLID_VERMILION, rectangle);
}

/** Prints a glyph; what would lie off the sheet is cut off. */
export function printGlyph({ glyph, size, weight, x, y, ink }: Impression): void {
  const column = Math.floor(x);
  const bitmap = bitmapOf(glyph, size, weight, x - column);
  const tone = tones[ink];
  const left = column + bitmap.left;
  const top = y + bitmap.top;
  const first = Math.max(0, -left);
  const last = Math.min(bitmap.width, WIDTH - left);
  for (let row = Math.max(0, -top); row < Math.min(bitmap.height, HEIGHT - top); row++) {
    const from = row * bitmap.width;
    for (let at = first; at < last; at++) {
      const covered = bitmap.coverage[from + at]!;
      if (covered > 0) setPixel(left + at, top + row, tone[covered]!);
    }
  }
}

function setPixel(x: number, y: number, color: number): void {
  const at = y * STRIDE + 1 + (x >> 1);
  sheet[at] = (x & 1) === 0 ? (sheet[at]! & 0x0f) | (color << 4) : (sheet[at]! & 0xf0) | color;
}

const bitmaps = new WeakMap<Glyph, Map<string, Bitmap>>();

/** Each glyph is drawn once for each size, weight and quarter of a pixel, and kept: texts share most of theirs. */
function bitmapOf(glyph: Glyph, size: number, weight: Weight, shift: number): Bitmap {
  const kept = bitmaps.get(glyph) ?? new Map<string, Bitmap>();
  bitmaps.set(glyph, kept);
  const key = `${size} ${weight} ${shift}`;
  const bitmap = kept.get(key) ?? rasterize(glyph.outline(weight), size, shift);
  kept.set(key, bitmap);
  return bitmap;
}
