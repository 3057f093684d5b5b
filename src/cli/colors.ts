import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

/** Does `stream` go to a terminal with colours, and does nobody object by `NO_COLOR`? */
export function hasColors(stream: WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && stream.hasColors();
}

/** Colours a text, or leaves it as it is. */
export type Paint = (color: Parameters<typeof styleText>[0], text: string) => string;

/** A {@link Paint} that does so only when `isColored`. */
export function paintWhen(isColored: boolean): Paint {
  return (color, text) => (isColored ? styleText(color, text, { validateStream: false }) : text);
}
