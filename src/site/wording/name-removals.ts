import type { Language, Removal } from '../../contract/schema.ts';
import { wordingIn } from './phrases.ts';

/** What was taken out at one place, in short: `此處刪去：分享部件，13 字`, `此處刪去 7 處，共 613 字`. */
export function nameRemovals(removals: readonly Removal[], language: Language): string {
  const word = wordingIn(language);
  const n = removals.reduce((sum, { characters }) => sum + characters, 0).toLocaleString('en');
  const [only, ...others] = removals;
  if (only && others.length === 0) return word('removedHere', { kind: word(`removal-${only.kind}`), n });
  return word('removedTogether', { count: removals.length, n });
}

/** The same with what each was: `此處刪去 2 處，共 17 字：分享部件 4 字、分享部件 13 字。` */
export function listRemovals(removals: readonly Removal[], language: Language): string {
  const word = wordingIn(language);
  const [only, ...others] = removals;
  if (only && others.length === 0) {
    const n = only.characters.toLocaleString('en');
    return word('noteRemoved', { kind: word(`removal-${only.kind}`), n, why: word(`removed-${only.kind}`) });
  }
  const each = removals.map(({ kind, characters }) =>
    word('removedOf', { kind: word(`removal-${kind}`), n: characters.toLocaleString('en') }),
  );
  return `${nameRemovals(removals, language)}：${each.join('、')}。`;
}
