/** Lines in which a page names its author, date and source: 文/葉開, 2012-03-04|HiShop. */
import { foldPlain } from '../strip/line.ts';
import { readDate } from './read-date.ts';
import type { MetaField, StructureRules } from './structure-rules.ts';

/** What a line says of the text; `author` and `publisher` are in the witness's own script. */
export interface MetaLine {
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
}

const LONGEST_LINE = 120;
const LONGEST_NAME = 24;
const CONTACT = /[(（][^()（）]*[)）]$/; // 葉開（微信號：yepoint）

/**
 * Read a line that consists of nothing but such facts, or `undefined` when any part of it is something else:
 * `2024-10-10 04:37 作者:資訊小編` → date and author; 作者認為…… → undefined.
 */
export function readMetaLine(text: string, rules: StructureRules): MetaLine | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const facts: [MetaField, string][] = [];
  for (const part of splitParts(text, rules)) {
    const fact = readPart(part, rules) ?? nameBesideDate(part, facts);
    if (fact === undefined) return undefined;
    facts.push(fact);
  }
  return isEnough(facts) ? toMetaLine(facts) : undefined;
}

/** One fact that is kept, or two of the others, or a number: 閱讀：12. */
function isEnough(facts: readonly [MetaField, string][]): boolean {
  return facts.length > 1 || facts.some(([field, value]) => field !== 'other' || /^\d+$/.test(value));
}

/** Cut at `|`, and at blanks before a label or after a date. */
function splitParts(text: string, rules: StructureRules): string[] {
  const words = text.split(/[|｜]|[\s\u3000]+/).filter((word) => word !== '');
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const continues = last !== undefined && (isOpen(last, rules) || isTime(word));
    if (continues) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

/** A label whose value is still to come: `作者：` before a blank. */
function isOpen(part: string, rules: StructureRules): boolean {
  const plain = foldPlain(part, rules.scripts.fold);
  return rules.metaLabels.some(([label]) => plain === `${label}:` || plain === label);
}

function isTime(word: string): boolean {
  return /^\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/.test(word);
}

/** A date alone, or a label and what follows its colon, stroke or blank: `文/葉開`, `來源：柳下日報`, `撰文 周大川`. */
function readPart(part: string, rules: StructureRules): [MetaField, string] | undefined {
  const date = readDate(part);
  if (date !== undefined) return ['date', date];
  const separator = part.search(/[:：/／\s]/);
  if (separator < 0) return undefined;
  const key = foldPlain(part.slice(0, separator), rules.scripts.fold);
  const stroke = foldPlain(part[separator]!, rules.scripts.fold);
  const found = rules.metaLabels.find(([label]) => key === label || (stroke === '/' && `${key}/` === label));
  return (
    found &&
    readValue(
      found[1],
      part
        .slice(separator + 1)
        .replace(/^[\s:：]+/, '')
        .trim(),
    )
  );
}

function readValue(field: MetaField, value: string): [MetaField, string] | undefined {
  if (field === 'other') return ['other', value];
  if (field === 'date') {
    const date = readDate(value);
    return date === undefined ? undefined : ['date', date];
  }
  const name = value.replace(CONTACT, '').trim();
  return name === '' || name.length > LONGEST_NAME || /[。，,！!]/.test(name) ? undefined : [field, name];
}

/** A bare name right after a date is the publisher's: 2012-03-04|HiShop. */
function nameBesideDate(
  part: string,
  facts: readonly [MetaField, string][],
): [MetaField, string] | undefined {
  const isBare = part.length <= LONGEST_NAME && !/[\p{P}\s]/u.test(part);
  return isBare && facts.at(-1)?.[0] === 'date' ? ['publisher', part] : undefined;
}

function toMetaLine(facts: readonly [MetaField, string][]): MetaLine {
  const first = (field: MetaField) => facts.find(([name]) => name === field)?.[1];
  const [author, publisher, date] = [first('author'), first('publisher'), first('date')];
  return { ...(author && { author }), ...(publisher && { publisher }), ...(date && { date }) };
}
