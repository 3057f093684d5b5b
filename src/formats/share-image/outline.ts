/** Outlines of glyphs as polygons. */
import { DrawFuncs, type Font } from 'harfbuzzjs';

/** Corners of a closed polygon, x and y in turn, in em, y upwards. */
export type Contour = readonly number[];

/** Sides that stand for a curve. Curves of characters are short: the corners cannot be seen at the largest size we print. */
const SIDES = 6;

let unit = 1;
let contours: number[][] = [];
let current: number[] = [];
let [x, y] = [0, 0];

const lineTo = (toX: number, toY: number) => {
  [x, y] = [toX, toY];
  current.push(x / unit, y / unit);
};

function curveTo(pointAt: (t: number) => readonly [number, number]): void {
  for (let side = 1; side <= SIDES; side++) lineTo(...pointAt(side / SIDES));
}

let pen: DrawFuncs | undefined;

function takePen(): DrawFuncs {
  if (pen) return pen;
  pen = new DrawFuncs();
  pen.setMoveToFunc((toX, toY) => {
    current = [];
    contours.push(current);
    lineTo(toX, toY);
  });
  pen.setLineToFunc(lineTo);
  pen.setQuadraticToFunc((bendX, bendY, toX, toY) => {
    const [fromX, fromY] = [x, y];
    curveTo((t) => [quadratic(t, fromX, bendX, toX), quadratic(t, fromY, bendY, toY)]);
  });
  return pen;
}

function quadratic(t: number, from: number, bend: number, to: number): number {
  const s = 1 - t;
  return s * s * from + 2 * s * t * bend + t * t * to;
}

/** The outline of a glyph of a TrueType font, whose curves are quadratic. */
export function readOutline(font: Font, glyph: number, unitsPerEm: number): Contour[] {
  unit = unitsPerEm;
  contours = [];
  font.drawGlyph(glyph, takePen());
  return contours;
}
