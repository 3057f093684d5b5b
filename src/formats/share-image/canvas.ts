/** The canvas that share images are drawn on, in shades of two colours on a light ground. */
import { HEIGHT, WIDTH } from './card.ts';
import { type Color, strideOf, toPng } from './png.ts';
import { type Bitmap, rasterize } from './rasterize.ts';
import type { PlacedGlyph } from './shape-text.ts';
import type { Glyph } from './typeface.ts';

const ground: Color = [0xfb, 0xf8, 0xf1];
const black: Color = [0x1f, 0x1b, 0x16];
const vermilion: Color = [0xa8, 0x30, 0x1c];
/** More shades cannot be told apart, and make larger files. */
const BLACK_SHADES = 7;
const VERMILION_SHADES = 4;

/** The ground, then ever more black on it, then ever more vermilion. Grey is nearly black at two thirds. */
const palette: readonly Color[] = [
  ...Array.from({ length: BLACK_SHADES + 1 }, (_, shade) => blend(black, shade / BLACK_SHADES)),
  ...Array.from({ length: VERMILION_SHADES }, (_, shade) => blend(vermilion, (shade + 1) / VERMILION_SHADES)),
];

function blend([red, green, blue]: Color, share: number): Color {
  const mix = (value: number, from: number) => Math.round(from + (value - from) * share);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])];
}

/** Numbers in the palette for how much of a pixel is covered, 0 to 255. */
const toScale = (shadeOf: (covered: number) => number) =>
  Uint8Array.from({ length: 256 }, (_, coverage) => shadeOf(coverage / 255));

/** The colours a glyph is drawn in; `reversed` leaves it light in a vermilion rectangle. */
const scales = {
  black: toScale((covered) => Math.round(covered * BLACK_SHADES)),
  grey: toScale((covered) => Math.round(covered * BLACK_SHADES * 0.68)),
  reversed: toScale((covered) => {
    const shade = Math.round((1 - covered) * VERMILION_SHADES);
    return shade === 0 ? 0 : BLACK_SHADES + shade;
  }),
} as const;
const HAIRLINE = Math.round(BLACK_SHADES * 0.3);
const VERMILION = BLACK_SHADES + VERMILION_SHADES;

const STRIDE = strideOf(WIDTH);
/** There is one canvas, used again and again; its rows are as they stand in a PNG. */
const canvas = new Uint8Array(STRIDE * HEIGHT);

export function clearCanvas(): void {
  canvas.fill(0);
}

/** What has been drawn since the canvas was cleared, as a PNG. */
export function canvasToPng(): Uint8Array {
  return toPng(canvas, WIDTH, palette);
}

/** In pixels; `left` and `width` are even. */
interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function fill(color: number, { left, top, width, height }: Rectangle): void {
  for (let row = top; row < top + height; row++) {
    const start = row * STRIDE + 1 + left / 2;
    canvas.fill((color << 4) | color, start, start + width / 2);
  }
}

/** Draws a horizontal hairline. */
export function drawHairline(line: Omit<Rectangle, 'height'>): void {
  fill(HAIRLINE, { ...line, height: 1 });
}

/** Fills a rectangle with vermilion. */
export function fillRectangle(rectangle: Rectangle): void {
  fill(VERMILION, rectangle);
}

/** Draws a glyph; what would lie off the canvas is cut off. */
export function drawGlyph(
  { glyph, style, x, y }: Omit<PlacedGlyph, 'width' | 'character'>,
  color: keyof typeof scales,
) {
  const column = Math.floor(x);
  const bitmap = bitmapOf(glyph, style, x - column);
  const scale = scales[color];
  const left = column + bitmap.left;
  const top = y + bitmap.top;
  const first = Math.max(0, -left);
  const last = Math.min(bitmap.width, WIDTH - left);
  for (let row = Math.max(0, -top); row < Math.min(bitmap.height, HEIGHT - top); row++) {
    const from = row * bitmap.width;
    for (let at = first; at < last; at++) {
      const covered = bitmap.coverage[from + at]!;
      if (covered > 0) setPixel(left + at, top + row, scale[covered]!);
    }
  }
}

function setPixel(x: number, y: number, color: number): void {
  const at = y * STRIDE + 1 + (x >> 1);
  canvas[at] = (x & 1) === 0 ? (canvas[at]! & 0x0f) | (color << 4) : (canvas[at]! & 0xf0) | color;
}

const bitmaps = new WeakMap<Glyph, Map<string, Bitmap>>();

/** A glyph is rasterized once for each size, weight and quarter of a pixel, and cached: texts share most of theirs. */
function bitmapOf(glyph: Glyph, { size, weight }: PlacedGlyph['style'], shift: number): Bitmap {
  const cached = bitmaps.get(glyph) ?? new Map<string, Bitmap>();
  bitmaps.set(glyph, cached);
  const key = `${size} ${weight} ${shift}`;
  const bitmap = cached.get(key) ?? rasterize(glyph.outline(weight), size, shift);
  cached.set(key, bitmap);
  return bitmap;
}
