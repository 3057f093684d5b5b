/** ASCII characters swallowed by a torn lead: what the context forces them to be. */
import type { Channel } from './channel.ts';
import { COST, SWALLOWING } from './constants.ts';
import type { Hypothesis } from './hypothesis.ts';

/** Offset behind the rest of a tag whose `<` is gone, `strong>`, that begins at `at`; `at` where there is none. */
export function tagRestEnd(text: string, at: number, { tagRest }: Channel): number {
  tagRest.lastIndex = at;
  return tagRest.test(text) ? tagRest.lastIndex : at;
}

/** Stands for an ASCII character that was swallowed and is not known. */
export const SWALLOWED = 0xfffd;
/** Stands for the swallowed `<` of a tag whose rest is left. */
export const SWALLOWED_TAG = 0xfffe;

/** Characters from here on are trails themselves; no lead swallows them. */
const FIRST_TRAIL = 0x40;
const QUESTION = 0x3f;
const BLANK = 0x20;
const COLON = 0xff1a;
const OPEN = 0x28;
const letter = /[a-zà-ǜ]/;
/** “ is U+201C; the letters of glosses are below. */
const FIRST_OF_TEXT = 0x2010;
/** How often what stands behind something. */
class Followers {
  total = 0;
  readonly counts = new Map<number, number>();

  add(unit: number): void {
    this.total++;
    if (unit < FIRST_TRAIL && unit !== QUESTION) this.counts.set(unit, (this.counts.get(unit) ?? 0) + 1);
  }

  share(unit: number): number {
    return this.total === 0 ? 0 : (this.counts.get(unit) ?? 0) / this.total;
  }
}

/** What was likely swallowed, and the share of the cases in which an ASCII character stands there at all. */
interface Guess {
  readonly unit: number;
  readonly share: number;
}

/**
 * Which ASCII characters stand behind which others in a document, so that one that was swallowed can be told: the
 * hyphen of 人-人, the line break behind 。 Offsets are those of what comes behind the swallowed character; it is asked for
 * at one place again and again.
 */
export class SwallowedCharacters {
  private readonly text: string;
  private readonly isFolded: boolean;
  private readonly channel: Channel;
  private readonly after = new Map<number, Followers>();
  private readonly classes = [new Followers(), new Followers(), new Followers(), new Followers()] as const;
  /** By `before << 16 | after`: what stands between the two. */
  private readonly between = new Map<number, Followers>();
  private readonly guesses = new Map<number, Guess>();
  private isCounted = false;
  private asked = -1;
  private isTag = false;

  /** On a folded page, punctuation of one byte was full-width, and no lead swallowed it. */
  constructor(text: string, isFolded: boolean, channel: Channel) {
    this.text = text;
    this.isFolded = isFolded;
    this.channel = channel;
  }

  /** How unlikely it is that an ASCII character stood between `before` and the offset `behind`, in quarters of a nat. */
  costOf(before: number, behind: number): number {
    if (this.isTagAt(behind)) return before === COLON ? COST.colonBeforeTag : 0;
    return Math.round(
      -4 * Math.log(this.best(before, this.text.charCodeAt(behind)).share + SWALLOWING.unseenShare),
    );
  }

  /** Extend `hypothesis`, of which `before` is the last unit, by the likeliest character: the `-` of 人-人. */
  extend(hypothesis: Hypothesis, before: number, behind: number): void {
    const unit = this.isTagAt(behind) ? SWALLOWED_TAG : this.best(before, this.text.charCodeAt(behind)).unit;
    hypothesis.extend(unit);
    hypothesis.s0 = hypothesis.s1 + this.costOf(before, behind);
  }

  private isTagAt(behind: number): boolean {
    if (behind !== this.asked) {
      this.asked = behind;
      this.isTag = tagRestEnd(this.text, behind, this.channel) > behind;
    }
    return this.isTag;
  }

  /** Done when it is first asked for: most documents do without. */
  private count(): void {
    const { text, isFolded, channel } = this;
    this.isCounted = true;
    for (let i = 1; i < text.length; i++) {
      const before = text.charCodeAt(i - 1);
      const unit = text.charCodeAt(i);
      const next = text.charCodeAt(i + 1);
      if (before < FIRST_OF_TEXT || (isFolded && channel.folded.has(unit) && next !== BLANK)) continue;
      if (unit === OPEN && letter.test(text.charAt(i + 1))) continue; // a gloss
      this.classOf(before, next).add(unit);
      followers(this.after, keyOf(before, next)).add(unit);
      if (unit < FIRST_TRAIL && unit > 0x20 && unit !== QUESTION)
        followers(this.between, (before << 16) | next).add(unit);
    }
  }

  private classOf(unit: number, next: number): Followers {
    const [inside, closing, insideBlank, closingBlank] = this.classes;
    if (next === BLANK) return this.channel.closing.has(unit) ? closingBlank : insideBlank;
    return this.channel.closing.has(unit) ? closing : inside;
  }

  private best(before: number, next: number): Guess {
    if (!this.isCounted) this.count();
    const key = (before << 16) | next;
    const known = this.guesses.get(key);
    if (known) return known;
    const guess = this.guess(before, next);
    this.guesses.set(key, guess);
    return guess;
  }

  private guess(before: number, next: number): Guess {
    const usual = this.between.get((before << 16) | next);
    const [only] = usual?.counts.keys() ?? [];
    if (only !== undefined && usual?.counts.size === 1 && usual.total > 1) return { unit: only, share: 1 };
    const own = this.after.get(keyOf(before, next));
    const all = this.classOf(before, next);
    const weight = SWALLOWING.classCases;
    let [unit, share, sum] = [SWALLOWED, 0, 0];
    const isMark = this.channel.closing.has(before);
    for (const candidate of all.counts.keys()) {
      const p =
        ((own?.counts.get(candidate) ?? 0) + weight * all.share(candidate)) / ((own?.total ?? 0) + weight);
      sum += p;
      const canBeTold = isMark || candidate > BLANK; // within a sentence a lost blank is as likely a lost question mark
      if (canBeTold && p > share) [unit, share] = [candidate, p];
    }
    const isForced = share > SWALLOWING.forcedShare * sum && (all.counts.get(unit) ?? 0) >= SWALLOWING.fewest;
    return { unit: isForced ? unit : SWALLOWED, share: sum };
  }
}

/** What stands behind a blank-separated character is counted apart. */
function keyOf(before: number, next: number): number {
  return next === BLANK ? before | 0x10000 : before;
}

function followers(map: Map<number, Followers>, key: number): Followers {
  const known = map.get(key);
  if (known) return known;
  const made = new Followers();
  map.set(key, made);
  return made;
}
