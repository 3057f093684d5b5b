/** A byline taken apart: [日期：2012-03-04] 來源：柳下日報作者:程遠 has three parts. */

import { AUTHOR_LABEL } from '../extract/constants.ts';
import { fold } from '../text/fold.ts';
import { foldPlain } from './line.ts';
import type { PageRules } from './page-rules.ts';
import { readDate, withIsoDates } from './read-date.ts';

const WHOLE = /^[（(【[〔]((?:[^（）()【】[\]〔〕]|[（(][^（）()]{1,8}[）)])+)[）)】\]〕]$/; // （四（3）班 程遠）
const PAIR = /[[［【〔（(]([^[\]［］【】〔〕（）()]{1,40})[\]］】〕）)][:：]?/gu;
/** What a label is the end of: 原作者：, 發布日期：. */
const LONGER_WORD = /(?:^|[\s|｜])\p{Script=Han}{1,2}$/u;
const UPDATED = /^updated(?: on)?:? /i;
const SIGN = /^[■□●○◆◇▲△★☆※◎]\s*/u; // □本報記者 程遠

/**
 * Cut at `|`, before labels, at brackets round a fact, and at blanks before a label or after a date. `isFact` tells
 * whether a part says something by itself, so that it is no value of the label before it.
 */
export function splitParts(text: string, rules: PageRules, isFact: (part: string) => boolean): string[] {
  const opened = withIsoDates(WHOLE.exec(text)?.[1] ?? text)
    .replace(SIGN, '')
    .replace(rules.pagePatterns.credit, '$1/')
    .replace(rules.pagePatterns.postedBy, AUTHOR_LABEL)
    .replace(PAIR, (pair, inner: string) => {
      if (isLabel(inner, rules)) return `|${inner}：`;
      const isFact =
        fold(inner, rules.scripts.fold).search(rules.labelled) === 0 ||
        readDate(inner.replace(UPDATED, ''), rules.dates) !== undefined;
      return isFact ? `|${inner}|` : pair;
    });
  const { clock, dateGaps, dateVerb, postedAtGlued } = rules.pagePatterns;
  const cut = cutLabels(opened, rules).replace(postedAtGlued, '|$&').replace(dateGaps, '');
  const words = cut.split(/[|｜]|[\s\u3000]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const isValue =
      last !== undefined &&
      isLabel(last, rules) &&
      (!isFact(word) || dateVerb.test(last)) &&
      !isLabel(word, rules);
    if (last !== undefined && (isValue || clock.test(word))) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

/** A label whose value is still to come: `作者：` before a blank. */
export function isLabel(part: string, rules: PageRules): boolean {
  const plain = foldPlain(part, rules.scripts.fold).replace(/:$/, '');
  return rules.metaLabels.some(([label]) => plain === label) || rules.nameWords.before.includes(plain);
}

/**
 * Every label with a colon begins a part, whatever it is glued to, but the end of a longer word; blanks within it go:
 * 作　者：.
 */
function cutLabels(text: string, rules: PageRules): string {
  if (!/[:：]/.test(text)) return text;
  let cut = '';
  let from = 0;
  for (const { index, 0: found } of fold(text, rules.scripts.fold).matchAll(rules.labelled)) {
    const before = text.slice(from, index);
    if (LONGER_WORD.test(before)) continue;
    const label = text.slice(index, index + found.length).replace(/[ \u3000]/g, '');
    cut += `${before}|${label}`;
    from = index + found.length;
  }
  return cut + text.slice(from);
}
