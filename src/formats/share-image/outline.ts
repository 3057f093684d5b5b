/** Outlines of glyphs as polygons. */
import { DrawFuncs, type Font } from 'harfbuzzjs';
import { once } from '../../pipeline/text/once.ts';

export type Point = readonly [x: number, y: number];

/** Corners of a closed polygon, in em, y upwards. */
export type Contour = readonly Point[];

/** Sides that stand for a curve. Curves of characters are short: the corners cannot be seen at the largest size we draw. */
const SIDES = 6;

let unit = 1;
let contours: Point[][] = [];
let current: Point[] = [];
let [x, y] = [0, 0];

const lineTo = (toX: number, toY: number) => {
  [x, y] = [toX, toY];
  current.push([x / unit, y / unit]);
};

/** What HarfBuzz calls with each part of an outline; made when the first outline is read. */
const drawFuncs = once(() => {
  const funcs = new DrawFuncs();
  funcs.setMoveToFunc((toX, toY) => {
    current = [];
    contours.push(current);
    lineTo(toX, toY);
  });
  funcs.setLineToFunc(lineTo);
  // Four numbers, as HarfBuzz hands them over: where the curve bends, and where it ends.
  funcs.setQuadraticToFunc((bendX, bendY, toX, toY) => {
    const [fromX, fromY] = [x, y];
    for (let side = 1; side <= SIDES; side++) {
      const t = side / SIDES;
      const [from, bend, to] = [(1 - t) * (1 - t), 2 * (1 - t) * t, t * t];
      lineTo(from * fromX + bend * bendX + to * toX, from * fromY + bend * bendY + to * toY);
    }
  });
  return funcs;
});

/** The outline of a glyph of a TrueType font, whose curves are quadratic. */
export function readOutline(font: Font, glyph: number, unitsPerEm: number): Contour[] {
  unit = unitsPerEm;
  contours = [];
  font.drawGlyph(glyph, drawFuncs());
  return contours;
}
