/** A byline taken apart: [日期：2012-03-04] 來源：柳下日報作者:程遠 has three parts. */

import { fold } from '../text/fold.ts';
import { foldPlain } from './line.ts';
import type { PageRules } from './page-rules.ts';
import { readDate, withIsoDates } from './read-date.ts';

const DATE_GAPS = /(?<=[\d年月])[ \u3000]+(?=[年月]|日(?!期))|(?<=[年月])[ \u3000]+(?=\d)/g; // 2012 年 3 月 4 日
const CLOCK = /^(?:(?:星期|周|週)[一二三四五六日天])?(?:上午|下午)?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/;
const WHOLE = /^[（(【[〔]((?:[^（）()【】[\]〔〕]|[（(][^（）()]{1,8}[）)])+)[）)】\]〕]$/; // （四（3）班 程遠）
const PAIR = /[[［【〔（(]([^[\]［］【】〔〕（）()]{1,40})[\]］】〕）)][:：]?/gu;
/** What a label is the end of: 原作者：, 發布日期：. */
const LONGER_WORD = /(?:^|[\s|｜])\p{Script=Han}{1,2}$/u;
const UPDATED = /^updated(?: on)?:? /i;
const BEFORE_DATE = /[于於在]$/u;
const GLUED_TO_NAME = /(?<=[^\s|｜])[发發][布表][于於在](?=[ \u3000]*\d)/gu;
const BY = /(?<![^\s\u3000])(?:由|by)[ \u3000]+(?=\S)/giu; // 由 程遠 於 2013-12-01 發布
const SIGN = /^[■□●○◆◇▲△★☆※◎]\s*/u; // □本報記者 程遠
const STROKE = /^([文圖图])[ \u3000]*[|｜][ \u3000]*/u; // 文 | 程遠

/**
 * Cut at `|`, before labels, at brackets round a fact, and at blanks before a label or after a date. `isFact` tells
 * whether a part says something by itself, so that it is no value of the label before it.
 */
export function splitParts(text: string, rules: PageRules, isFact: (part: string) => boolean): string[] {
  const opened = withIsoDates(WHOLE.exec(text)?.[1] ?? text)
    .replace(SIGN, '')
    .replace(STROKE, '$1/')
    .replace(BY, '作者：')
    .replace(PAIR, (pair, inner: string) => {
      if (isLabel(inner, rules)) return `|${inner}：`;
      const isFact = beginsWithLabel(inner, rules) || readDate(inner.replace(UPDATED, '')) !== undefined;
      return isFact ? `|${inner}|` : pair;
    });
  const cut = cutLabels(opened, rules).replace(GLUED_TO_NAME, '|$&').replace(DATE_GAPS, '');
  const words = cut.split(/[|｜]|[\s\u3000]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const isValue =
      last !== undefined &&
      isLabel(last, rules) &&
      (!isFact(word) || BEFORE_DATE.test(last)) &&
      !isLabel(word, rules);
    if (last !== undefined && (isValue || CLOCK.test(word))) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

/** A label whose value is still to come: `作者：` before a blank. */
export function isLabel(part: string, rules: PageRules): boolean {
  const plain = foldPlain(part, rules.scripts.fold).replace(/:$/, '');
  return rules.metaLabels.some(([label]) => plain === label) || rules.nameWords.before.includes(plain);
}

function beginsWithLabel(text: string, rules: PageRules): boolean {
  return fold(text, rules.scripts.fold).search(rules.labelled) === 0;
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
