/** Characters of which a byte is lost: what the words around force, and nothing else. */
import type { Scale } from './scale.ts';
import type { Hole, Stretch } from './stretch.ts';

/** How far the best must be ahead of the next, in quarters of a nat: any character, and a mark. */
const FORCED = 14;
const FORCED_MARK = 6;
const BEFORE = 6;
const AFTER = 4;
/** As far back as brackets are looked for. */
const REACH = 40;

export interface Filling {
  /** Offset in the stretch's text. */
  readonly at: number;
  /** The best first. */
  readonly ranked: readonly string[];
  readonly margin: number;
  readonly isForced: boolean;
}

export interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** Is the character of the script the document is not in? */
  readonly isForeign: (unit: number) => boolean;
}

/** Every hole of `stretch`, ranked from left to right; `line` is what stands before and after it. */
export function fill(stretch: Stretch, line: Surroundings, scale: Scale): Filling[] {
  const characters = stretch.text.split('');
  const rankAt = ({ at, options }: Hole) => {
    const all = options();
    const native = all.filter((option) => !line.isForeign(option.charCodeAt(0)));
    const before = line.before + characters.slice(Math.max(0, at - REACH), at).join('');
    const after = characters.slice(at + 1, at + 1 + AFTER).join('') + line.after;
    return rank(at, native.length > 0 ? native : all, before, after.slice(0, AFTER), scale);
  };
  // First from left to right, then again with what the ones behind seem to be.
  for (const hole of stretch.holes) characters[hole.at] = rankAt(hole).ranked[0] ?? '\ufffd';
  return stretch.holes.map((hole) => {
    const filling = rankAt(hole);
    characters[hole.at] = filling.ranked[0] ?? '\ufffd';
    return filling;
  });
}

function rank(at: number, options: readonly string[], before: string, after: string, scale: Scale): Filling {
  const costs = new Map(
    options.map((option) => [
      option,
      scale.costOf(option + after, before.slice(-BEFORE)) + misplaced(option, before, after),
    ]),
  );
  const ranked = [...options].sort((a, b) => costs.get(a)! - costs.get(b)!);
  const [best = '', next = ''] = ranked;
  const margin = ranked.length > 1 ? costs.get(next)! - costs.get(best)! : ranked.length === 1 ? 999 : 0;
  const isForced = margin >= (isMark(best) ? FORCED_MARK : FORCED);
  return { at, ranked, margin, isForced };
}

function isMark(character: string): boolean {
  return /^[\u2010-\u203b\u3000-\u301f\uff01-\uff0f\uff1a-\uff1f]/.test(character);
}

const pairs: readonly string[] = ['（）', '《》', '〈〉', '「」', '『』', '【】', '〔〕', '“”', '‘’'];
/** Quarters of a nat. */
const UNOPENED = 60;
const CLOSING_OPEN = -24;
const NESTED = 30;
const OPENING_LAST = 40;
const UNENDING = 10;
/** Marks that rarely end a line. */
const unending = '、';

/** A bracket closes what is open, opens what is closed, and does not open at the end. */
function misplaced(option: string, before: string, after: string): number {
  const isLast = /^\s*(?:\n|$)/.test(after);
  if (unending.includes(option)) return isLast ? UNENDING : 0;
  const pair = pairs.find((both) => both.includes(option));
  if (!pair || option === '') return 0;
  const isOpen = before.lastIndexOf(pair[0]!) > before.lastIndexOf(pair[1]!);
  if (option === pair[1]) return isOpen ? CLOSING_OPEN : UNOPENED;
  return (isOpen ? NESTED : 0) + (isLast ? OPENING_LAST : 0);
}
