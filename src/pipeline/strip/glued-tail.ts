/** What reads like a site's at the end of an author's paragraph, whatever its words: ……也是一次真正的實驗。 〖送給老師看〗 〖投它一票〗 */

import { foldPlain, isBody, type Line } from '../page/line.ts';
import type { Edit } from '../reading.ts';
import { fold } from '../text/fold.ts';
import { scoreLine } from './furniture-model.ts';
import type { StripRules } from './strip-rules.ts';
import type { PageView } from './verdict.ts';

/** How far from the end of a line furniture begins. */
export const LONGEST_TAIL = 240;
/** What is left of the paragraph is so long. */
const SHORTEST_PARAGRAPH = 20;
/** Blanks after the end of a sentence or of a bracket. */
const JOINT = /(?<=[。！？!?…”」』）)】\]〗])[ \t\u00a0\u3000]+(?=\S)/g;
/** Nats from which on it is a site's: after the end of an article, and within it; and for what it begins with. */
const SURE = 3;
const SURE_INSIDE = 4;
/** And where it begins with the site's own name. */
const SURE_OWN = 1;
const LEAST_BEGINNING = 0.5;

/** One blank after a sentence may be an author's, unless a bracket or a label follows: so much more is asked. */
const NARROW = 2;
const LABEL = /^(?:[【[［〖（(<《]|[—-]{2}|\p{Script=Han}{2,6}[:：])/u;

/**
 * The tail to take out, if there is one; on a page without other signs of a site there is none. `site` is its folded
 * name, where that is known.
 */
export function findTail(
  page: PageView,
  line: Line,
  index: number,
  rules: StripRules,
  site: string | undefined,
): Edit[] {
  if (page.judged.size === 0 || !isBody(line)) return [];
  const from = Math.max(SHORTEST_PARAGRAPH, line.text.length - LONGEST_TAIL);
  const joints = [...line.text.slice(from).matchAll(JOINT)].map(({ index: at, 0: blank }) => ({
    start: from + at,
    end: from + at + blank.length,
  }));
  const named = findName(line, rules, site);
  if (named >= from) joints.push({ start: named, end: named });
  joints.sort((a, b) => a.start - b.start);
  const least = index >= page.lastBody ? SURE : SURE_INSIDE;
  const score = (text: string) =>
    scoreLine({ text, plain: foldPlain(text, rules.scripts.fold) }, rules.furnitureModel);
  const joint = joints.find(({ start, end }, i) => {
    const tail = line.text.slice(end);
    const isNarrow = end - start === 1 && !LABEL.test(tail);
    return (
      score(line.text.slice(end, joints[i + 1]?.start)) >= LEAST_BEGINNING &&
      score(tail) >= (end === named ? SURE_OWN : least + (isNarrow ? NARROW : 0))
    );
  });
  if (joint === undefined) return [];
  const reason = 'Reads like a site’s furniture, glued to the end of a paragraph.';
  const note = { type: 'removal', kind: 'furniture', rule: 'glued-furniture', reason } as const;
  return [{ start: line.start + joint.start, end: line.end, corr: '', note }];
}

/** Where the site's own name begins the last sentence that has it, or -1: ……掉下去了。柳下網絡成功案例：……！ */
function findName({ text }: Line, { scripts }: StripRules, site: string | undefined): number {
  const at = site === undefined ? -1 : fold(text, scripts.fold).lastIndexOf(site);
  return /[。！？!?]/.test(text[at - 1] ?? '') ? at : -1;
}
