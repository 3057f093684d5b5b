/** Is a text Simplified, Traditional, or Traditional made from Simplified one character at a time? */
import type { Script } from '../../contract/schema.ts';
import type { Standard } from '../../contract/vocabulary.ts';
import { CLEARLY_MORE, FEWEST_LEFT, SAMPLE } from './constants.ts';
import type { ConvertRules } from './convert-rules.ts';
import { type Converter, createConverter } from './scripts.ts';

/**
 * How `text` is written. Mixed are texts whose ambiguous characters stayed as in Simplified (采用, 什么, 後來) where
 * the rest is Traditional: a converter without phrases made them. 關係 裡 後 are genuine.
 */
export function detectScript(
  text: string,
  rules: ConvertRules,
  converter: Converter = createConverter(rules),
): Script {
  const sample = text.slice(0, SAMPLE);
  const { simplified, traditional } = countSides(sample, rules);
  if (traditional * CLEARLY_MORE < simplified || traditional + simplified === 0) return 'hans';
  if (simplified * CLEARLY_MORE >= traditional) return 'mixed';
  return isHalfConverted(sample, rules, converter) ? 'mixed' : 'hant';
}

/** Whose characters a genuine Traditional text has: 裏 着 衞 説 are Hong Kong's, 裡 著 衛 說 Taiwan's. */
export function detectStandard(text: string, { regional }: ConvertRules): Standard {
  let balance = 0;
  for (const character of text.slice(0, SAMPLE)) balance += regional.get(character) ?? 0;
  return balance > 0 ? 's2hk' : 's2tw';
}

/** How many characters of `text` only one of the scripts has. */
function countSides(text: string, { scripts }: ConvertRules): { simplified: number; traditional: number } {
  let [simplified, traditional] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const side = scripts.side[text.charCodeAt(i)];
    if (side === 1) simplified++;
    if (side === 2) traditional++;
  }
  return { simplified, traditional };
}

/** Are most of the characters that Traditional keeps apart left as in Simplified: 后來, 里面, 關系? */
function isHalfConverted(text: string, { splitCharacters }: ConvertRules, converter: Converter): boolean {
  const simplified = converter.toSimplified(text);
  const bases = simplified[Symbol.iterator]();
  const forms = converter.toTraditional(simplified, 's2tw')[Symbol.iterator]();
  let [left, right] = [0, 0];
  for (const found of text) {
    const base = bases.next().value;
    const form = forms.next().value;
    if (form === base || base === undefined || !splitCharacters.has(base)) continue;
    if (found === base) left++;
    else right++;
  }
  return left >= FEWEST_LEFT && left > right;
}
