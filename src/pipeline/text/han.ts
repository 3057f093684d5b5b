/** Is the UTF-16 unit a Han character: 中, 㐂; not 、 or あ? */
export function isHanUnit(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Han characters of the BMP in `text` from the offset `from` to `to`. */
export function countHan(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isHanUnit(text.charCodeAt(i))) count++;
  return count;
}

/** Is it a private-use character, such as U+E000? */
export function isPrivateUse(unit: number): boolean {
  return unit >= 0xe000 && unit <= 0xf8ff;
}
