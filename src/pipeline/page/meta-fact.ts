/** What one part of a byline says: 作者：葉開, 發布於2016-12-28, 人氣(20,417), 記者王小明／臺北報導. */
import { foldPlain } from './line.ts';
import { cleanName, dropOffice, isFullName, isPerson } from './name.ts';
import type { MetaField, PageRules } from './page-rules.ts';
import { isVagueDate, readDate } from './read-date.ts';

/** `value` is an ISO 8601 date, or what stands in the witness; empty where it says nothing. */
export type Fact = readonly [field: MetaField, value: string];

const WEB_ADDRESS = /^(?:https?:\/\/|www\.)[\x21-\x7e]+$/i;

/** A date alone, or a label and what follows its colon, stroke or blank: `文/葉開`, `來源：柳下日報`, `撰文 周大川`. */
export function readPart(part: string, rules: PageRules): Fact | undefined {
  const date = readDate(part, rules.dates) ?? readDate(withoutDateLabel(part, rules), rules.dates, true);
  if (date !== undefined) return ['date', date];
  if (isVagueDate(part, rules.dates) || WEB_ADDRESS.test(part)) return ['other', ''];
  return readLabelled(part, rules) ?? readCount(part, rules) ?? readReporter(part, rules);
}

/** 人氣(20,417), 閱讀 12: what is counted, without a colon. */
function readCount(part: string, rules: PageRules): Fact | undefined {
  const [, label, count] = rules.pagePatterns.count.exec(part) ?? [];
  if (label === undefined || count === undefined) return undefined;
  const plain = foldPlain(label, rules.scripts.fold);
  const isKnown = rules.metaLabels.some(([known, field]) => field === 'other' && known === plain);
  return isKnown ? ['other', count.replaceAll(',', '')] : undefined;
}

/** 發布於2016-12-28: a label may stand right before its date. */
function withoutDateLabel(part: string, rules: PageRules): string {
  const plain = foldPlain(part, rules.scripts.fold);
  const found = rules.metaLabels.find(([label, field]) => field === 'date' && plain.startsWith(label));
  return found ? part.slice(found[0].length) : '';
}

function readLabelled(part: string, rules: PageRules): Fact | undefined {
  const colons = [...part.matchAll(/[:：]/g)]; // first: 圖/文：柳下網 has no label 圖/
  for (const { index, 0: separator } of [...colons, ...part.matchAll(/[/／\s]/g)]) {
    const key = foldPlain(part.slice(0, index), rules.scripts.fold);
    const stroke = foldPlain(separator, rules.scripts.fold);
    const found = rules.metaLabels.find(
      ([label]) =>
        (key === label && (label.length > 1 || stroke !== '')) || (stroke === '/' && `${key}/` === label),
    );
    const value = part
      .slice(index + 1)
      .replace(/^[\s:：]+/, '')
      .trim();
    const fact = found && readValue(found[1], value, rules);
    if (fact) return fact;
  }
  return undefined;
}

/** 本報記者 王小明, 通訊員李四, 記者王小明／臺北報導: the words before the name are the label. */
function readReporter(part: string, rules: PageRules): Fact | undefined {
  const plain = foldPlain(part, rules.scripts.fold);
  if (!rules.nameWords.before.some((word) => plain.startsWith(word))) return undefined;
  const name = cleanName(rules.pagePatterns.dispatch.exec(part)?.[1] ?? part, rules);
  return name !== undefined && isPerson(name, rules) ? ['author', name] : undefined;
}

function readValue(field: MetaField, value: string, rules: PageRules): Fact | undefined {
  if (field === 'other' || field === 'editor') return [field, value];
  if (value === '' || rules.emptyNames.has(foldPlain(value, rules.scripts.fold))) return ['other', ''];
  if (field === 'date') {
    const date = readDate(value, rules.dates, true);
    return date === undefined && !isVagueDate(value, rules.dates) ? undefined : ['date', date ?? ''];
  }
  const name = cleanName(value, rules);
  if (name === undefined) return undefined;
  if (field === 'publisher' || field === 'credit') return [field, name];
  const person = dropOffice(name, rules);
  return field === 'author' || isFullName(person, rules) ? ['author', person] : undefined;
}
