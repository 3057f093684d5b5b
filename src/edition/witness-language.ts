import type { Language, Script } from '../contract/schema.ts';

/**
 * The language of a witness: its words are quoted and its text is read in it. Half-converted text is read in Traditional.
 */
export function witnessLanguage(script: Script): Language {
  return script === 'hans' ? 'zh-Hans' : 'zh-Hant';
}
