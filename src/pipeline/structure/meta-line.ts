/** Lines in which a page names its author, date and source: 文/葉開, 2012-03-04|HiShop. */
import { foldPlain } from '../strip/line.ts';
import { cleanName, endingOf, isOffice, isPerson } from './name.ts';
import { isVagueDate, readDate } from './read-date.ts';
import type { MetaField, StructureRules } from './structure-rules.ts';

/** What a line says of the text; `author` and `publisher` are in the witness's own script. */
export interface MetaLine {
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
}

type Fact = readonly [field: MetaField, value: string];

const LONGEST_LINE = 120;
const LONGEST_NAME = 24;
const LONGEST_STRAY = 14;
const LONGEST_LABELLED = 8;
const OFFICE = /^(\p{Script=Han}[ \u3000]?\p{Script=Han}{1,3})\s*[/／|｜，,]\s*(\S.*)$/u;
const DATE_GAPS = /(?<=[\d年月])[ \u3000]+(?=[年月]|日(?!期))|(?<=[年月])[ \u3000]+(?=\d)/g; // 2012 年 3 月 4 日
const CLOCK = /^(?:(?:星期|周|週)[一二三四五六日天])?(?:上午|下午)?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/;

/**
 * Read a line that consists of nothing but such facts, or `undefined` when any part of it is something else:
 * `2024-10-10 04:37 作者:資訊小編` → date and author; 作者認為…… → undefined.
 */
export function readMetaLine(text: string, rules: StructureRules): MetaLine | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const [, name, office] = OFFICE.exec(text) ?? [];
  if (name !== undefined && isOffice(office!, rules)) return { author: name.replace(/[ \u3000]/, '') };
  const parts = splitParts(openBrackets(text).replace(DATE_GAPS, ''), rules);
  return readWhole([...parts], rules) ?? readAmong(text, parts, rules);
}

/** A line of nothing but facts. */
function readWhole(parts: string[], rules: StructureRules): MetaLine | undefined {
  const facts: Fact[] = readFirstName(parts, rules);
  for (const part of parts.slice(facts.length)) {
    const fact = readPart(part, rules) ?? readBare(part, facts, parts.length, rules);
    if (fact === undefined && !isStray(part, facts)) return undefined;
    if (fact) facts.push(fact);
  }
  return isEnough(facts) ? toMetaLine(facts, rules) : undefined;
}

const MOST_PARTS = 8;
const LONGEST_FOREIGN = 8;
const TIMESTAMP = /\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?[ \u3000]+\d{1,2}[:：]\d{2}/;
const AUTHOR = /作者[:：]/;

/**
 * Facts among the words of a site: 2012-03-04 12:30 葉開 用手機看 放大字體. Only where the author is labelled or the minute
 * is given, and nothing else could be a sentence's or has a label of its own.
 */
function readAmong(text: string, parts: readonly string[], rules: StructureRules): MetaLine | undefined {
  if (parts.length > MOST_PARTS || !(TIMESTAMP.test(text) || AUTHOR.test(text))) return undefined;
  const facts = parts.map((part) => readPart(part, rules));
  const isForeign = (part: string) => part.length <= LONGEST_FOREIGN && !/[\p{Po}，。！？；：]/u.test(part);
  if (facts[0] === undefined && !isPerson(parts[0]!, rules)) return undefined; // a title may stand first
  if (parts.some((part, i) => facts[i] === undefined && !isForeign(part))) return undefined;
  const found = facts.filter((fact) => fact !== undefined);
  return isEnough(found) ? toMetaLine(found, rules) : undefined;
}

/** A bare name before a date is the author's: 程遠 2013-12-01, 程遠 於 2013-12-01 發布. What is read is taken from `parts`. */
function readFirstName(parts: string[], rules: StructureRules): Fact[] {
  const [name, preposition] = parts;
  const isDated = (part: string | undefined) => part !== undefined && readDate(part) !== undefined;
  if (name === undefined || !isPerson(name, rules) || isOpen(name, rules)) return [];
  if (/^[于於]$/.test(preposition ?? '') && isDated(parts[2])) {
    if (/^[发發][布表]$/.test(parts[3] ?? '')) parts.splice(3, 1);
    parts.splice(1, 1);
  }
  return isDated(parts[1]) ? [['author', name]] : [];
}

/** A button on a line that is a byline without doubt, with a date and more: 2012-03-04 來源：柳下日報 我要評論. */
function isStray(part: string, facts: readonly Fact[]): boolean {
  const isByline = facts.length > 1 && facts.some(([field]) => field === 'date');
  const longest = /[:：]/.test(part) ? LONGEST_LABELLED : LONGEST_STRAY;
  return isByline && part.length <= longest && !/[。，！？；]/.test(part);
}

/** What stands between brackets that enclose the whole line: （本報記者 王小明）. */
function openBrackets(text: string): string {
  return /^[（(【[]([^（）()【】[\]]+)[）)】\]]$/.exec(text)?.[1] ?? text;
}

/** One fact that is kept, or two of the others, or a number: 閱讀：12. */
function isEnough(facts: readonly Fact[]): boolean {
  return facts.length > 1 || facts.some(([field, value]) => field !== 'other' || /^\d+$/.test(value));
}

/** Cut at `|`, and at blanks before a label or after a date. */
function splitParts(text: string, rules: StructureRules): string[] {
  const words = text.split(/[|｜]|[\s\u3000]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const isValue = last !== undefined && isOpen(last, rules) && readPart(word, rules) === undefined;
    const continues = last !== undefined && (isValue || CLOCK.test(word));
    if (continues) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

/** A label whose value is still to come: `作者：` before a blank. */
function isOpen(part: string, rules: StructureRules): boolean {
  const plain = foldPlain(part, rules.scripts.fold).replace(/:$/, '');
  return rules.metaLabels.some(([label]) => plain === label) || rules.nameWords.before.includes(plain);
}

/** A date alone, or a label and what follows its colon, stroke or blank: `文/葉開`, `來源：柳下日報`, `撰文 周大川`. */
function readPart(part: string, rules: StructureRules): Fact | undefined {
  const date = readDate(part) ?? readDate(withoutDateLabel(part, rules), true);
  if (date !== undefined) return ['date', date];
  if (isVagueDate(part)) return ['other', ''];
  return readLabelled(part, rules) ?? readReporter(part, rules);
}

/** 發布於2016-12-28: a label may stand right before its date. */
function withoutDateLabel(part: string, rules: StructureRules): string {
  const plain = foldPlain(part, rules.scripts.fold);
  const found = rules.metaLabels.find(([label, field]) => field === 'date' && plain.startsWith(label));
  return found ? part.slice(found[0].length) : '';
}

function readLabelled(part: string, rules: StructureRules): Fact | undefined {
  for (const { index, 0: separator } of part.matchAll(/[:：/／\s]/g)) {
    const key = foldPlain(part.slice(0, index), rules.scripts.fold);
    const stroke = foldPlain(separator, rules.scripts.fold);
    const found = rules.metaLabels.find(
      ([label]) => key === label || (stroke === '/' && `${key}/` === label),
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

/** 本報記者 王小明, 通訊員李四: the words before the name are the label. */
function readReporter(part: string, rules: StructureRules): Fact | undefined {
  const plain = foldPlain(part, rules.scripts.fold);
  if (!rules.nameWords.before.some((word) => plain.startsWith(word))) return undefined;
  const name = cleanName(part, rules);
  return name !== undefined && isPerson(name, rules) ? ['author', name] : undefined;
}

function readValue(field: MetaField, value: string, rules: StructureRules): Fact | undefined {
  if (field === 'other' || field === 'editor') return [field, value];
  if (value === '' || rules.emptyNames.has(foldPlain(value, rules.scripts.fold))) return ['other', ''];
  if (field === 'date') {
    const date = readDate(value, true);
    return date === undefined && !isVagueDate(value) ? undefined : ['date', date ?? ''];
  }
  const name = cleanName(value, rules);
  return name === undefined ? undefined : [field, name];
}

/**
 * A bare name right after a date is the publisher's (2012-03-04|HiShop) where it stands alone or reads like one, one after an author is another author's, and
 * what follows the name of a house is part of it.
 */
function readBare(
  part: string,
  facts: readonly Fact[],
  parts: number,
  rules: StructureRules,
): Fact | undefined {
  if (part.length > LONGEST_NAME || /[\p{P}\s]/u.test(part)) return undefined;
  const [last] = facts.at(-1) ?? [];
  if (last === 'date') return parts === 2 || isHouse(part, rules) ? ['publisher', part] : undefined;
  if (last !== 'author' && last !== 'credit') return undefined;
  if (rules.nameWords.after.includes(foldPlain(part, rules.scripts.fold))) return ['other', part];
  return last === 'author' && part.length > 1 && isPerson(part, rules) ? ['author', part] : undefined;
}

const TIME_ZONE = /^[A-Z]{3,4}$/;

/** 柳下網 and HiShop are names of houses; 有效期長期 and CST are not. */
function isHouse(name: string, rules: StructureRules): boolean {
  if (/^[\p{Script=Latin}\d]+$/u.test(name)) return /\p{L}{3}/u.test(name) && !TIME_ZONE.test(name);
  return endingOf(foldPlain(name, rules.scripts.fold), rules) !== undefined;
}

function toMetaLine(facts: readonly Fact[], rules: StructureRules): MetaLine {
  const all = (field: MetaField) =>
    facts.filter(([name, value]) => name === field && value !== '').map(([, value]) => value);
  const [credit] = all('credit');
  const isPersons = credit !== undefined && isPerson(credit, rules);
  const author = [...new Set(all('author'))].join(' ') || (isPersons ? credit : undefined);
  const publisher = all('publisher')[0] ?? (isPersons ? undefined : credit);
  const [date] = all('date');
  return { ...(author && { author }), ...(publisher && { publisher }), ...(date && { date }) };
}
