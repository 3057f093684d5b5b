import type { Language, Script } from '../contract/schema.ts';

/** Language tag for words quoted from a witness; a half-converted one reads as Traditional. */
export function witnessLanguage(script: Script): Language {
  return script === 'hans' ? 'zh-Hans' : 'zh-Hant';
}
