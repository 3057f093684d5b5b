/** Lines in which a page names its author, date and source: 文/葉開, 2012-03-04|HiShop. */
import * as limits from './constants.ts';
import { foldPlain } from './line.ts';
import { type Fact, readPart } from './meta-fact.ts';
import { isLabel, splitParts } from './meta-parts.ts';
import { cleanName, dropOffice, endingOf, isFullName, isOffice, isPerson, isSchool } from './name.ts';
import type { MetaField, PageRules } from './page-rules.ts';
import { readDate } from './read-date.ts';

/** What a line says of the text; `author` and `publisher` are in the witness's own script. */
export interface MetaLine {
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
}

/** Most lines are sentences, and need no more looking. */
const SENTENCE = /[^。]{16}[。！？]$/;
const BULLET = /^[■□●○◆◇▲△★☆※]\s*(\p{Script=Han}{2,4})$/u;
const TIMED = /\d{1,2}[:：]\d{2}/;
const OFFICE = /^(\p{Script=Han}[ \u3000]?\p{Script=Han}{1,3})\s*[/／|｜，,]\s*(\S.*)$/u;

/**
 * Read a line that consists of nothing but such facts, or `undefined` when any part of it is something else:
 * `2024-10-10 04:37 作者:資訊小編` → date and author; 作者認為…… → undefined.
 */
export function readMetaLine(text: string, rules: PageRules): MetaLine | undefined {
  if (text.length > limits.LONGEST_BYLINE || SENTENCE.test(text)) return undefined;
  const { reposted, today } = rules.pagePatterns;
  const [, name = '', office = ''] = OFFICE.exec(text) ?? [];
  const person = name.replace(/[ \u3000]/, '');
  if (isFullName(person, rules) && isOffice(office, rules)) return { author: person };
  const marked = BULLET.exec(text)?.[1];
  if (marked !== undefined && isFullName(marked, rules)) return { author: marked };
  const [, house, writer] = reposted.exec(text) ?? [];
  if (house !== undefined) return { ...(writer && { author: writer }), publisher: house };
  const parts = splitParts(text, rules, (part) => readPart(part, rules) !== undefined);
  if (today.test(text)) return undefined;
  return readWhole(text, parts, rules) ?? readAmong(text, parts, rules);
}

/** A line of nothing but facts. */
function readWhole(text: string, all: readonly string[], rules: PageRules): MetaLine | undefined {
  const isDated = all.some((part) => isDate(part, rules));
  const parts = isDated ? all.filter((part) => !rules.pagePatterns.bylineParticle.test(part)) : all;
  const facts: Fact[] = readFirstName(parts, rules);
  const isBarred = parts.length === 2 && /[|｜]/.test(text);
  const strays: string[] = [];
  for (const [i, part] of parts.entries()) {
    if (i < facts.length) continue;
    const fact =
      readPart(part, rules) ??
      readBare({ parts, facts, rules }, i) ??
      (isBarred && i === 1 ? readAfterBar(part, facts) : undefined);
    if (fact) facts.push(fact);
    else if (isFigureField(part, rules) || isLabel(part, rules) || (facts.length > 0 && isShort(part)))
      strays.push(part);
    else return undefined;
  }
  if (strays.length > 0 && !isByline(facts, strays)) return undefined;
  return isEnough(facts) ? toMetaLine(facts, rules) : undefined;
}

/**
 * Facts among the words of a site: 2012-03-04 12:30 葉開 用手機看 放大字體. Only where the author is labelled or the minute
 * is given, and nothing else could be a sentence's or has a label of its own.
 */
function readAmong(text: string, parts: readonly string[], rules: PageRules): MetaLine | undefined {
  const { authorLabel, timestamp } = rules.pagePatterns;
  if (parts.length > limits.MOST_AMONG_PARTS || !(timestamp.test(text) || authorLabel.test(text)))
    return undefined;
  const facts = parts.map((part) => readPart(part, rules));
  const isForeign = (part: string) =>
    part.length <= limits.LONGEST_AMONG_PART && !/[\p{Po}，。！？；：]/u.test(part);
  const [first = ''] = parts;
  const isWork = /^《[^《》]+》$/.test(first); // 《雪夜》 作者：程遠 加入書簽
  if (facts[0] === undefined && !isWork && !isPerson(first, rules)) return undefined; // a title may stand first
  if (parts.some((part, i) => facts[i] === undefined && !(isWork && i === 0) && !isForeign(part)))
    return undefined;
  const found = facts.filter((fact) => fact !== undefined);
  return isEnough(found) ? toMetaLine(found, rules) : undefined;
}

/**
 * A name behind an office or a school (柳下小學四班 程遠), or bare names before a date: an author's or a house's
 * (程遠 2013-12-01, 柳下網 2013-12-01, 青青 發表於 2013-12-01), or one of each (原創 程遠 柳下夜話 2022-07-15 21:30).
 */
function readFirstName(parts: readonly string[], rules: PageRules): Fact[] {
  const [office = '', person = '', ...rest] = parts;
  const isBefore = rest.length > 0 && (isOffice(office, rules) || isSchool(office, rules));
  if (isBefore && isFullName(person, rules) && !isOffice(person, rules))
    return [
      ['other', office],
      ['author', person],
    ];
  const dated = parts.findIndex((part) => isDate(part, rules));
  const [name = '', second = ''] = parts;
  if (dated < 1 || dated > 2) return [];
  const plain = foldPlain(name, rules.scripts.fold);
  if (rules.emptyNames.has(plain) && dated === 1) return [['other', '']];
  if (parts.slice(0, dated).some((part) => isLabel(part, rules) || readPart(part, rules))) return [];
  if (dated === 2)
    return isFullName(name, rules) && parts.slice(dated, dated + 1).some((date) => TIMED.test(date))
      ? [
          ['author', name],
          ['publisher', second],
        ]
      : [];
  const { noPoster, postedAt } = rules.pagePatterns;
  const isPoster = postedAt.test(second) && !noPoster.test(name); // what follows the name is the date
  if (isFullName(name, rules) || (isPoster && cleanName(name, rules) === name)) return [['author', name]];
  return endingOf(plain, rules) ? [['publisher', name]] : [];
}

function isDate(part: string, rules: PageRules): boolean {
  return readPart(part, rules)?.[0] === 'date';
}

/** 大小：318KB, 本章字數：2986: a field with a figure that says nothing of the text; a date would. */
function isFigureField(part: string, { dates }: PageRules): boolean {
  const value = /^\p{Script=Han}{2,5}[:：]([^\p{Script=Han}]*\d[^\p{Script=Han}]*)$/u.exec(part)?.[1];
  return (
    value !== undefined && part.length <= limits.LONGEST_STRAY && readDate(value, dates, true) === undefined
  );
}

/** As short as a button: 我要評論. */
function isShort(part: string): boolean {
  const isBracketed = /^【[^【】]*】$/.test(part);
  const longest = /[:：]/.test(part) && !isBracketed ? limits.LONGEST_STRAY_FIELD : limits.LONGEST_STRAY;
  return part.length <= longest && !/[。，！？；]/.test(part);
}

const FIELD = /^\p{Script=Han}{2,5}[:：]/u;

/** With a date and more it is a byline without doubt, whatever stands among its facts; with date or author among fields, too. */
function isByline(facts: readonly Fact[], strays: readonly string[]): boolean {
  const areFields = strays.every((stray) => FIELD.test(stray));
  if (facts.length > 1) return areFields ? facts[0]?.[0] === 'author' || isDated(facts) : isDated(facts);
  return strays.length > 1 && areFields && (facts[0]?.[0] === 'author' || isDated(facts));
}

function isDated(facts: readonly Fact[]): boolean {
  return facts.some(([field]) => field === 'date');
}

/** One fact that is kept, or two of the others, or a number: 閱讀：12. */
function isEnough(facts: readonly Fact[]): boolean {
  return facts.length > 1 || facts.some(([field, value]) => field !== 'other' || /^\d+$/.test(value));
}

/** A byline half read: its parts, and the facts of those before. */
interface Byline {
  readonly parts: readonly string[];
  readonly facts: readonly Fact[];
  readonly rules: PageRules;
}

/**
 * A bare name right after a date is the publisher's (2012-03-04|HiShop) where it reads like one, and the author's where a
 * publisher stands beside it; one after an author is another author's, and what follows the name of a house is part of it.
 */
function readBare(byline: Byline, i: number): Fact | undefined {
  const { parts, facts, rules } = byline;
  const [part = '', next] = parts.slice(i);
  if (!isBareName(part)) return undefined;
  const [last] = facts.at(-1) ?? [];
  const isName = part.length > 1 && isFullName(part, rules);
  if (rules.emptyNames.has(foldPlain(part, rules.scripts.fold))) return ['other', ''];
  if (last === 'date' && isHouse(part, rules)) return ['publisher', part];
  const name = dropOffice(part, rules);
  const isAmongFacts = next !== undefined && readPart(next, rules) !== undefined;
  if (last === 'date' && isAmongFacts && name.length === limits.USUAL_PERSON && isFullName(name, rules))
    return ['author', name];
  if (last === 'date') return isName && hasHouse(byline, next) ? ['author', part] : undefined;
  if (last !== 'author' && last !== 'credit') return undefined;
  if (rules.nameWords.after.includes(foldPlain(part, rules.scripts.fold))) return ['other', part];
  if (last === 'author' && isName) return ['author', part];
  return isHouse(part, rules) && facts.some(([field]) => field === 'date') ? ['publisher', part] : undefined;
}

/** 2012-03-04|開店學堂: what a bar parts from the date is the house's name. */
function readAfterBar(part: string, facts: readonly Fact[]): Fact | undefined {
  return isBareName(part) && facts[0]?.[0] === 'date' ? ['publisher', part] : undefined;
}

function isBareName(part: string): boolean {
  return part.length <= limits.LONGEST_BARE_NAME && !/[\p{P}\s]/u.test(part);
}

/** Is a house named before, or by the part `next`? */
function hasHouse({ facts, rules }: Byline, next: string | undefined): boolean {
  return facts.some(([field]) => field === 'publisher') || (next !== undefined && isHouse(next, rules));
}

const TIME_ZONE = /^[A-Z]{3,4}$/;

/** 柳下網 and HiShop are names of houses; 有效期長期 and CST are not. */
function isHouse(name: string, rules: PageRules): boolean {
  if (/^[\p{Script=Latin}\d]+$/u.test(name)) return /\p{L}{3}/u.test(name) && !TIME_ZONE.test(name);
  return endingOf(foldPlain(name, rules.scripts.fold), rules) !== undefined;
}

function toMetaLine(facts: readonly Fact[], rules: PageRules): MetaLine {
  const all = (field: MetaField) =>
    facts.filter(([name, value]) => name === field && value !== '').map(([, value]) => value);
  const [credit] = all('credit');
  const isPersons = credit !== undefined && isPerson(credit, rules);
  const author = [...new Set(all('author'))].join(' ') || (isPersons ? credit : undefined);
  const publisher = all('publisher')[0] ?? (isPersons ? undefined : credit);
  const [date] = all('date');
  return { ...(author && { author }), ...(publisher && { publisher }), ...(date && { date }) };
}
