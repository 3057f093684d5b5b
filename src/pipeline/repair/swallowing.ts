/** What the ASCII character was that a torn lead swallowed, asked for at one place of the text again and again. */
import type { Channel } from './channel.ts';
import type { Hand } from './hand.ts';
import { isTagRest, SWALLOWED_TAG, Swallowed } from './swallowed.ts';

const COLON = 0xff1a;
/** Less, not more, in quarters of a nat: what a tag sets off is mostly announced. */
const COLON_BEFORE_TAG = -10;

/** Offsets here are those of what comes behind the swallowed character. */
export class Swallowing {
  private readonly text: string;
  private readonly isFolded: boolean;
  private counted: Swallowed | undefined;
  private asked = -1;
  private isTag = false;

  private readonly channel: Channel;

  constructor(text: string, isFolded: boolean, channel: Channel) {
    this.text = text;
    this.channel = channel;
    this.isFolded = isFolded;
  }

  /** What a character costs that was swallowed behind `before`, in quarters of a nat. */
  costOf(before: number, behind: number): number {
    if (this.isTagAt(behind)) return before === COLON ? COLON_BEFORE_TAG : 0;
    return this.counts().cost(before, this.text.charCodeAt(behind));
  }

  /** The likeliest character, as a unit or one of the marks of `swallowed.ts`: the `-` of 人-人. */
  private guess(before: number, behind: number): number {
    return this.isTagAt(behind) ? SWALLOWED_TAG : this.counts().guess(before, this.text.charCodeAt(behind));
  }

  /** Give it in `hand`, which has just given `before`. */
  swallow(hand: Hand, before: number, behind: number): void {
    hand.give(this.guess(before, behind));
    hand.s0 = hand.s1 + this.costOf(before, behind);
  }

  private isTagAt(behind: number): boolean {
    if (behind !== this.asked) {
      this.asked = behind;
      this.isTag = isTagRest(this.text, behind, this.channel);
    }
    return this.isTag;
  }

  private counts(): Swallowed {
    this.counted ??= new Swallowed(this.text, this.isFolded, this.channel);
    return this.counted;
  }
}
