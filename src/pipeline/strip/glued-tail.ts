/** What reads like a site's at the end of an author's paragraph, whatever its words: ……也是一次真正的實驗。 〖送給老師看〗 〖投它一票〗 */

import { foldPlain, isBody, type Line } from '../page/line.ts';
import type { Edit } from '../reading.ts';
import { fold } from '../text/fold.ts';
import * as limits from './constants.ts';
import { scoreLine } from './furniture-model.ts';
import type { StripRules } from './strip-rules.ts';
import type { LineView } from './verdict.ts';

/** Blanks after the end of a sentence or of a bracket. */
const JOINT = /(?<=[。！？!?…”」』）)】\]〗])[ \t\u00a0\u3000]+(?=\S)/g;
/** One blank before these is as good as several. */
const LABEL = /^(?:[【[［〖（(<《]|[—-]{2}|\p{Script=Han}{2,6}[:：])/u;

/**
 * The tail to take out, if there is one; on a page without other signs of a site there is none. `site` is its folded
 * name, where that is known.
 */
export function findTail({ page, line, index, rules }: LineView, site: string | undefined): Edit[] {
  if (page.removed.size === 0 || !isBody(line)) return [];
  const from = Math.max(limits.SHORTEST_BEFORE_TAIL, line.text.length - limits.LONGEST_TAIL);
  const joints = [...line.text.slice(from).matchAll(JOINT)].map(({ index: at, 0: blank }) => ({
    start: from + at,
    end: from + at + blank.length,
  }));
  const named = findName(line, rules, site);
  if (named >= from) joints.push({ start: named, end: named });
  joints.sort((a, b) => a.start - b.start);
  const least = index >= page.lastBody ? limits.SURE_TAIL : limits.SURE_TAIL_INSIDE;
  const score = (text: string) =>
    scoreLine({ text, plain: foldPlain(text, rules.scripts.fold) }, rules.furnitureModel);
  const joint = joints.find(({ start, end }, i) => {
    const tail = line.text.slice(end);
    const isNarrow = end - start === 1 && !LABEL.test(tail);
    return (
      score(line.text.slice(end, joints[i + 1]?.start)) >= limits.LEAST_TAIL_BEGINNING &&
      score(tail) >= (end === named ? limits.SURE_OWN_TAIL : least + (isNarrow ? limits.NARROW_TAIL : 0))
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
