/** Polygons to pixels, by the exact area that the polygon covers of each. */
import type { Contour, Point } from './outline.ts';

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
 * A library for SVG (resvg 2.6.2) takes six times as long for an image as this does, since each glyph is rasterized once
 * for all texts here, and writes three times the bytes.
 */
export function rasterize(contours: readonly Contour[], size: number, shift = 0): Bitmap {
  const polygons = contours.map((contour) => contour.map(([x, y]): Point => [x * size + shift, -y * size]));
  const bounds = boundsOf(polygons);
  const coverage = new Coverage(bounds);
  for (const polygon of polygons) {
    let from = polygon[0];
    for (const to of [...polygon, ...polygon.slice(0, 1)]) {
      if (from) coverage.addEdge(from, to);
      from = to;
    }
  }
  return { ...bounds, coverage: coverage.sumUp() };
}

type Bounds = Omit<Bitmap, 'coverage'>;

function boundsOf(contours: readonly Contour[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours)
    for (const [x, y] of contour) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  if (left > right) return { left: 0, top: 0, width: 0, height: 0 };
  [left, top] = [Math.floor(left), Math.floor(top)];
  return { left, top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
}

/**
 * What the edges of polygons add to each row, as the difference from the pixel before (as Levien's font-rs does it), so
 * that one sum from left to right fills the row; no polygon is sorted or clipped.
 */
class Coverage {
  readonly #bounds: Bounds;
  readonly #stride: number;
  readonly #differences: Float64Array;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
    this.#stride = bounds.width + 2;
    this.#differences = new Float64Array(this.#stride * bounds.height);
  }

  /** Adds the edge from one point to another, row by row. */
  addEdge(from: Point, to: Point): void {
    const isDown = from[1] < to[1];
    const [start, end] = isDown ? [from, to] : [to, from];
    const { left, top } = this.#bounds;
    const [startX, startY, endX, endY] = [start[0] - left, start[1] - top, end[0] - left, end[1] - top];
    if (startY === endY) return;
    const slope = (endX - startX) / (endY - startY);
    let x = startX;
    for (let row = Math.floor(startY); row < Math.ceil(endY); row++) {
      const rise = Math.min(row + 1, endY) - Math.max(row, startY);
      const nextX = x + slope * rise;
      this.#addToRow(row * this.#stride, Math.min(x, nextX), Math.max(x, nextX), isDown ? rise : -rise);
      x = nextX;
    }
  }

  /**
   * An edge within the row that begins at index `row`, from `left` to `right`, which covers `area` of every pixel right of
   * it. Called for every row of every edge, so that its arguments are no object.
   */
  #addToRow(row: number, left: number, right: number, area: number): void {
    const differences = this.#differences;
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

  /** How much of each pixel is covered, 0 to 255. */
  sumUp(): Uint8Array {
    const coverage = new Uint8Array((this.#differences.length / this.#stride) * this.#bounds.width);
    let at = 0;
    for (let row = 0; row < this.#differences.length; row += this.#stride) {
      let sum = 0;
      for (let column = 0; column < this.#bounds.width; column++) {
        sum += this.#differences[row + column]!;
        coverage[at++] = Math.round(Math.min(1, Math.abs(sum)) * 255);
      }
    }
    return coverage;
  }
}
