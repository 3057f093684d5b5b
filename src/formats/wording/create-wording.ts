import type { Language } from '../../contract/schema.ts';

/** A phrase in both scripts: Traditional, Simplified. */
export type Phrase = readonly [hant: string, hans: string];

/** Words a phrase in one script; `{name}` is replaced by the value of that name. */
export type Wording<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

/** `phrases` in one script: `createWording(phrases, 'zh-Hans')('paragraphs', { n: 22 })` → `22 段`. */
export function createWording<Key extends string>(
  phrases: Readonly<Record<Key, Phrase>>,
  language: Language,
): Wording<Key> {
  const column = language === 'zh-Hant' ? 0 : 1;
  return (key, values = {}) => {
    const phrase = phrases[key][column];
    if (!phrase.includes('{')) return phrase; // as most do; pages have hundreds
    return phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
