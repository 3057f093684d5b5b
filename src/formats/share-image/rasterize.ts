/** Polygons to pixels, by the exact area that the polygon covers of each. */
import type { Contour } from './outline.ts';

/** How much of each pixel is covered, 0 to 255, row by row; its corner stands at `left`, `top` from the origin. */
export interface Bitmap {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly coverage: Uint8Array;
}

/**
 * Contours in em, drawn at `size` pixels with their origin `shift` pixels right of a pixel's edge. Where contours lie one
 * on another, as the strokes of a variable font do, the pixel is covered once.
 *
 * What an edge adds to its row is written down as the difference from the pixel before (as Levien's font-rs does it), so
 * that one sum from left to right fills the row; no polygon is sorted or clipped.
 */
export function rasterize(contours: readonly Contour[], size: number, shift = 0): Bitmap {
  const points = contours.map((contour) =>
    contour.map((value, index) => (index % 2 === 0 ? value * size + shift : -value * size)),
  );
  const { left, top, width, height } = boundsOf(points);
  const stride = width + 2;
  const differences = new Float64Array(stride * height);
  for (const contour of points)
    for (let at = 0; at < contour.length; at += 2) {
      const next = (at + 2) % contour.length;
      addEdge(
        differences,
        stride,
        contour[at]! - left,
        contour[at + 1]! - top,
        contour[next]! - left,
        contour[next + 1]! - top,
      );
    }
  return { left, top, width, height, coverage: sumUp(differences, stride, width, height) };
}

function boundsOf(contours: readonly Contour[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours)
    for (let at = 0; at < contour.length; at += 2) {
      left = Math.min(left, contour[at]!);
      right = Math.max(right, contour[at]!);
      top = Math.min(top, contour[at + 1]!);
      bottom = Math.max(bottom, contour[at + 1]!);
    }
  if (left > right) return { left: 0, top: 0, width: 0, height: 0 };
  [left, top] = [Math.floor(left), Math.floor(top)];
  return { left, top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
}

/** Writes down the edge from one point to another, row by row. */
function addEdge(
  differences: Float64Array,
  stride: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
) {
  if (fromY === toY) return;
  const isDown = fromY < toY;
  const [startX, startY, endX, endY] = isDown ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
  const slope = (endX - startX) / (endY - startY);
  let x = startX;
  for (let row = Math.floor(startY); row < Math.ceil(endY); row++) {
    const rise = Math.min(row + 1, endY) - Math.max(row, startY);
    const nextX = x + slope * rise;
    addToRow(differences, row * stride, Math.min(x, nextX), Math.max(x, nextX), isDown ? rise : -rise);
    x = nextX;
  }
}

/** An edge within one row, from `left` to `right`, which covers `area` of every pixel right of it. */
function addToRow(differences: Float64Array, row: number, left: number, right: number, area: number): void {
  const first = Math.floor(left);
  const last = Math.ceil(right);
  if (last <= first + 1) {
    const share = (left + right) / 2 - first;
    differences[row + first]! += area * (1 - share);
    differences[row + first + 1]! += area * share;
    return;
  }
  const density = area / (right - left);
  let before = 0;
  for (let pixel = first; pixel < last; pixel++) {
    const [from, to] = [Math.max(left, pixel), Math.min(right, pixel + 1)];
    const covered = density * (from - left + (to - from) * (pixel + 1 - (from + to) / 2));
    differences[row + pixel]! += covered - before;
    before = covered;
  }
  differences[row + last]! += area - before;
}

function sumUp(differences: Float64Array, stride: number, width: number, height: number): Uint8Array {
  const coverage = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += differences[row * stride + column]!;
      coverage[row * width + column] = Math.round(Math.min(1, Math.abs(sum)) * 255);
    }
  }
  return coverage;
}
