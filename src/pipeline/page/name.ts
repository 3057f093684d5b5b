/** Names of people and of houses. */
import * as limits from './constants.ts';
import { foldPlain } from './line.ts';
import type { NameEnding, PageRules } from './page-rules.ts';

const IN_BRACKETS = /[(（][^()（）]*[)）]$/; // 葉開（微信號：yepoint）

/** How the folded name of a site ends, or `undefined` when it ends as names of sites do not. */
export function endingOf(plain: string, { nameEndings }: PageRules): NameEnding | undefined {
  const found = nameEndings.filter(({ ending }) => plain.length > ending.length && plain.endsWith(ending));
  return found.sort((a, b) => b.ending.length - a.ending.length)[0];
}

/**
 * A name without what is no part of it: `本報記者 王小明` → `王小明`, `葉開（微信號：yepoint）` → `葉開`,
 * `王小明，某某大學教授` → `王小明`, `《柳下日報》` → `柳下日報`; `undefined` when no name is left.
 */
export function cleanName(text: string, rules: PageRules): string | undefined {
  let name = text.replace(IN_BRACKETS, '').trim();
  const [first = '', ...rest] = name.split(/[，,]/);
  if (rest.length > 0) name = isOffice(rest.join(''), rules) ? first.trim() : name;
  name = dropWords(name, rules).replace(/^(\p{Script=Han})[ \u3000](\p{Script=Han})$/u, '$1$2');
  name = /^《([^《》]+)》$/.exec(name)?.[1] ?? name;
  return name === '' || name.length > limits.LONGEST_NAME || /[。，,！!：:；;？?]/.test(name)
    ? undefined
    : name;
}

/** 王小明教授 → 王小明, where what is left is a person's full name. */
export function dropOffice(name: string, rules: PageRules): string {
  const plain = foldPlain(name, rules.scripts.fold);
  const office = rules.roleEndings.find((ending) => plain.endsWith(ending));
  const person = office === undefined ? '' : name.slice(0, -office.length);
  return person.length > 1 && isFullName(person, rules) ? person : name;
}

/** Does it end as the name of a school or class does: 柳下小學四（3）班? */
export function isSchool(text: string, rules: PageRules): boolean {
  const plain = foldPlain(text, rules.scripts.fold);
  return rules.schoolEndings.some((ending) => plain.endsWith(ending));
}

/** Does it end as an office does: 某某大學教授? */
export function isOffice(text: string, rules: PageRules): boolean {
  const plain = foldPlain(text, rules.scripts.fold);
  return rules.roleEndings.some((ending) => plain.endsWith(ending));
}

function dropWords(text: string, { nameWords, scripts }: PageRules): string {
  let name = text;
  for (const word of nameWords.before) {
    if (foldPlain(name, scripts.fold).startsWith(word) && [...name].length > word.length)
      name = name.slice(word.length).replace(/^[\s\u3000:：/]+/, '');
  }
  for (const word of nameWords.after) {
    if (foldPlain(name.slice(-word.length), scripts.fold) === word && name.length > word.length)
      name = name.slice(0, -word.length).replace(/[\s\u3000/]+$/, '');
  }
  return name;
}

/** Is it as short as a person's name, and does it not end as a house's does? 王小明 is, 柳下網 is not. */
export function isPerson(name: string, rules: PageRules): boolean {
  const plain = foldPlain(name, rules.scripts.fold);
  return (
    /^\p{Script=Han}{2,}$/u.test(plain) && plain.length <= limits.LONGEST_PERSON && !endingOf(plain, rules)
  );
}

/** Is it a person's name by its surname, too? 程遠 is, 分享於 is not. For names that no label announces. */
export function isFullName(name: string, rules: PageRules): boolean {
  const plain = foldPlain(name, rules.scripts.fold);
  const surname = [1, 2].find((length) => rules.surnames.has(plain.slice(0, length)));
  return surname !== undefined && plain.length > surname && isPerson(name, rules);
}
