/** Characters of which a byte is lost: what the words around force, and nothing else. */
import { HOLE } from '../constants.ts';
import type { TextScorer } from '../text-scorer.ts';
import type { Hole, Stretch } from './stretch.ts';

export interface Filling {
  /** Offset in the stretch's text. */
  readonly at: number;
  /** The best first. */
  readonly ranked: readonly string[];
  readonly margin: number;
  readonly isForced: boolean;
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** What holes are filled by. */
export interface FillingRules {
  /** Is the character of the script the document is not in? */
  readonly isForeign: (unit: number) => boolean;
  readonly scorer: TextScorer;
}

/** Every hole of `stretch`, ranked from left to right; `line` is what stands before and after it. */
export function fillHoles(stretch: Stretch, line: Surroundings, rules: FillingRules): Filling[] {
  const characters = stretch.text.split('');
  const rankAt = ({ at, options }: Hole): Filling => {
    const all = options();
    const native = all.filter((option) => !rules.isForeign(option.charCodeAt(0)));
    const before = line.before + characters.slice(Math.max(0, at - HOLE.reach), at).join('');
    const behind = characters.slice(at + 1, at + 1 + HOLE.behind).join('') + line.after;
    const after = behind.slice(0, HOLE.behind);
    return { at, ...rankOptions(native.length > 0 ? native : all, { before, after }, rules.scorer) };
  };
  // First from left to right, then again with what the ones behind seem to be.
  for (const hole of stretch.holes) characters[hole.at] = rankAt(hole).ranked[0] ?? '\ufffd';
  return stretch.holes.map((hole) => {
    const filling = rankAt(hole);
    characters[hole.at] = filling.ranked[0] ?? '\ufffd';
    return filling;
  });
}

function rankOptions(
  options: readonly string[],
  { before, after }: Surroundings,
  scorer: TextScorer,
): Omit<Filling, 'at'> {
  const context = before.slice(-HOLE.before);
  const costOf = (option: string) =>
    scorer.costOf(option + after, context) + costOfPlace(option, before, after);
  const ranked = options.map((option) => ({ option, cost: costOf(option) })).sort((a, b) => a.cost - b.cost);
  const [best, next] = ranked;
  const margin = best && next ? next.cost - best.cost : best ? 999 : 0;
  const isForced = margin >= (isMark(best?.option ?? '') ? HOLE.forcedMark : HOLE.forced);
  return { ranked: ranked.map(({ option }) => option), margin, isForced };
}

function isMark(character: string): boolean {
  return /^[\u2010-\u203b\u3000-\u301f\uff01-\uff0f\uff1a-\uff1f]/.test(character);
}

const pairs: readonly string[] = ['（）', '《》', '〈〉', '「」', '『』', '【】', '〔〕', '“”', '‘’'];
/** Marks that rarely end a line. */
const unending = '、';

/** A bracket closes what is open, opens what is closed, and does not open at the end. */
function costOfPlace(option: string, before: string, after: string): number {
  const isLast = /^\s*(?:\n|$)/.test(after);
  if (unending.includes(option)) return isLast ? HOLE.unending : 0;
  const pair = pairs.find((both) => both.includes(option));
  if (!pair || option === '') return 0;
  const isOpen = before.lastIndexOf(pair.charAt(0)) > before.lastIndexOf(pair.charAt(1));
  if (option === pair[1]) return isOpen ? HOLE.closing : HOLE.unopened;
  return (isOpen ? HOLE.nested : 0) + (isLast ? HOLE.openingLast : 0);
}
