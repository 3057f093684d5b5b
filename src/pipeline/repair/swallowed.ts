/** ASCII characters swallowed by a torn lead: what the context forces them to be. */
import type { Channel } from './channel.ts';

/** Does what begins at `at` read like the rest of a tag whose `<` is gone: `strong>`? */
export function isTagRest(text: string, at: number, channel: Channel): boolean {
  return tagRestEnd(text, at, channel) > at;
}

/** Offset behind the rest of a tag that begins at `at`; `at` where there is none. */
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
const OPEN = 0x28;
const letter = /[a-zà-ǜ]/;
/** “ is U+201C; the letters of glosses are below. */
const FIRST_OF_TEXT = 0x2010;
/** Share of the cases in which a character must have been the one for it to be taken as what was swallowed. */
const FORCED = 0.6;
const FEWEST = 3;
/** Weight of what follows all characters of a class when judging what follows one of them. */
const BACKOFF = 6;
const UNSEEN = 0.002;
const BLANK = 0x20;

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

/**
 * Which ASCII characters stand behind which others in a document, so that one that was swallowed can be told: the
 * hyphen of 人-人, the line break behind 。
 */
export class Swallowed {
  private readonly after = new Map<number, Followers>();
  private readonly classes = [new Followers(), new Followers(), new Followers(), new Followers()];
  /** By `before << 16 | after`: what stands between the two. */
  private readonly between = new Map<number, Followers>();

  private readonly known = new Map<number, { unit: number; share: number }>();
  private readonly closing: Channel['closing'];

  /** On a folded page, punctuation of one byte was full-width, and no lead swallowed it. */
  constructor(text: string, isFolded: boolean, { closing, folded }: Channel) {
    this.closing = closing;
    for (let i = 1; i < text.length; i++) {
      const before = text.charCodeAt(i - 1);
      const unit = text.charCodeAt(i);
      if (before < FIRST_OF_TEXT || (isFolded && folded.has(unit) && text.charCodeAt(i + 1) !== BLANK))
        continue;
      const next = text.charCodeAt(i + 1);
      if (unit === OPEN && letter.test(text.charAt(i + 1))) continue; // a gloss
      this.classOf(before, next).add(unit);
      followers(this.after, keyOf(before, next)).add(unit);
      if (unit < FIRST_TRAIL && unit > 0x20 && unit !== QUESTION) {
        followers(this.between, (before << 16) | next).add(unit);
      }
    }
  }

  private classOf(unit: number, next: number): Followers {
    return this.classes[(this.closing.has(unit) ? 1 : 0) + (next === BLANK ? 2 : 0)]!;
  }

  private best(before: number, next: number): { unit: number; share: number } {
    const key = (before << 16) | next;
    const known = this.known.get(key);
    if (known) return known;
    const judged = this.judge(before, next);
    this.known.set(key, judged);
    return judged;
  }

  private judge(before: number, next: number): { unit: number; share: number } {
    const usual = this.between.get((before << 16) | next);
    if (usual && usual.counts.size === 1 && usual.total > 1)
      return { unit: [...usual.counts.keys()][0]!, share: 1 };
    const own = this.after.get(keyOf(before, next));
    const all = this.classOf(before, next);
    let [unit, share, sum] = [SWALLOWED, 0, 0];
    const isMark = this.closing.has(before);
    for (const candidate of all.counts.keys()) {
      const p =
        ((own?.counts.get(candidate) ?? 0) + BACKOFF * all.share(candidate)) / ((own?.total ?? 0) + BACKOFF);
      sum += p;
      const canBeTold = isMark || candidate > BLANK; // within a sentence a lost blank is as likely a lost question mark
      if (canBeTold && p > share) [unit, share] = [candidate, p];
    }
    const isForced = share > FORCED * sum && (all.counts.get(unit) ?? 0) >= FEWEST;
    return { unit: isForced ? unit : SWALLOWED, share: sum };
  }

  /** What was swallowed between `before` and `next`, or {@link SWALLOWED} where the document does not force it. */
  guess(before: number, next: number): number {
    return this.best(before, next).unit;
  }

  /** How unlikely it is that an ASCII character stood behind `before`, in quarters of a nat. */
  cost(before: number, next: number): number {
    return Math.round(-4 * Math.log(this.best(before, next).share + UNSEEN));
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
