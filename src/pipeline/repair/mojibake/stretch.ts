/** What a stretch of text becomes when it is taken back to bytes and read again, before anybody decides to do so. */

/** Stands in a reread text for a character of which bytes are lost: U+FFFF, which is no character. */
export const HOLE = '\uffff';
export const HOLE_UNIT = 0xffff;

/** A place of a stretch where bytes are lost. */
export interface Hole {
  /** Offset of its {@link HOLE} in the stretch's text. */
  readonly at: number;
  /** The characters that can have stood there; none when there are too many. Asked for only when it is to be filled. */
  readonly options: () => readonly string[];
}

/** `text` is what the units from `from[0]` to `from[text.length]` become. */
export interface Stretch {
  readonly text: string;
  /**
   * By offset in `text`, its end included: the offset in the text as found; −1 where a unit found belongs to two
   * characters, so that nothing can be cut there.
   */
  readonly from: readonly number[];
  readonly holes: readonly Hole[];
}

/** Collects a stretch character by character. */
export class StretchWriter {
  private text: string[] = [];
  private from: number[] = [];
  private holes: Hole[] = [];
  private at = 0;

  get isEmpty(): boolean {
    return this.at === 0;
  }

  /** Is the last character beyond ASCII? */
  get endsHigh(): boolean {
    return (this.text.at(-1) ?? '') > '\x7f';
  }

  /** `character` came from the unit at `from`; −1 as in {@link Stretch}. */
  add(character: string, from: number): void {
    for (let i = 0; i < character.length; i++) this.from.push(i === 0 ? from : -1);
    this.text.push(character);
    this.at += character.length;
  }

  addHole(options: Hole['options'], from: number): void {
    this.holes.push({ at: this.at, options });
    this.add(HOLE, from);
  }

  /** The stretch up to its last clean cut at or before here; `end` is the offset found where it would end. */
  finish(end: number): Stretch | undefined {
    const from = [...this.from, end];
    let length = this.at;
    while (length > 0 && from[length] === -1) length--;
    const text = this.text.join('').slice(0, length);
    const holes = this.holes.filter(({ at }) => at < length);
    this.text = [];
    this.from = [];
    this.holes = [];
    this.at = 0;
    if (holes.length > 2 && 2 * holes.length > length) return undefined; // nothing but guesses
    return length === 0 ? undefined : { text, from: from.slice(0, length + 1), holes };
  }
}

/**
 * The stretch that rereading `outer.text` as `inner` gives, in offsets of the text that `outer` came from; none where it
 * can be cut nowhere.
 */
export function compose(outer: Stretch, inner: Stretch): Stretch | undefined {
  const from = inner.from.map((at) => (at === -1 ? -1 : (outer.from[at] ?? -1)));
  let first = 0;
  let last = from.length - 1;
  while (first < last && from[first] === -1) first++;
  while (last > first && from[last] === -1) last--;
  if (first === last) return undefined;
  return {
    text: inner.text.slice(first, last),
    from: from.slice(first, last + 1),
    holes: inner.holes
      .filter(({ at }) => at >= first && at < last)
      .map(({ at, options }) => ({ at: at - first, options })),
  };
}
