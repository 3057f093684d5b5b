/** Is a text Simplified, Traditional, or Traditional made from Simplified one character at a time? */
import type { Script } from '../../contract/schema.ts';
import type { Standard } from '../../contract/vocabulary.ts';
import type { ConvertRules } from './convert-rules.ts';
import { createPen, type Pen } from './pen.ts';

/** One alone may be a name: 范. */
const FEWEST_LEFT = 2;

/** Enough of a text to judge it by. */
const SAMPLE = 20_000;

/**
 * How `text` is written. Mixed are texts whose ambiguous characters stayed as in Simplified (采用, 什么, 后來) where
 * the rest is Traditional: a converter without phrases made them. 關係 裡 後 are genuine.
 */
export function detectScript(text: string, rules: ConvertRules, pen: Pen = createPen(rules)): Script {
  const sample = text.slice(0, SAMPLE);
  const { simplified, traditional } = countSides(sample, rules);
  if (traditional * 10 < simplified || traditional + simplified === 0) return 'hans';
  if (simplified * 10 >= traditional) return 'mixed';
  return isHalfConverted(sample, rules, pen) ? 'mixed' : 'hant';
}

/** Whose characters a genuine Traditional text has: 裏 着 衞 説 are Hong Kong's, 裡 著 衛 說 Taiwan's. */
export function detectStandard(text: string, { regional }: ConvertRules): Standard {
  let balance = 0;
  for (const character of text.slice(0, SAMPLE)) balance += regional.get(character) ?? 0;
  return balance > 0 ? 's2hk' : 's2tw';
}

function countSides(text: string, { scripts }: ConvertRules): { simplified: number; traditional: number } {
  const counts = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const side = scripts.side[text.charCodeAt(i)]!;
    counts[side] = counts[side]! + 1;
  }
  return { simplified: counts[1]!, traditional: counts[2]! };
}

/** Are most of the characters that Traditional keeps apart left as in Simplified: 后來, 里面, 關系? */
function isHalfConverted(text: string, { splitCharacters }: ConvertRules, pen: Pen): boolean {
  const simplified = pen.simplify(text);
  const expected = pen.traditionalize(simplified, 's2tw');
  let left = 0;
  let right = 0;
  for (let i = 0, j = 0, k = 0; i < text.length; ) {
    const [found, base, form] = [text.codePointAt(i)!, simplified.codePointAt(j)!, expected.codePointAt(k)!];
    i += sizeOf(found);
    j += sizeOf(base);
    k += sizeOf(form);
    if (form === base || !splitCharacters.has(String.fromCodePoint(base))) continue;
    if (found === base) left++;
    else right++;
  }
  return left >= FEWEST_LEFT && left > right;
}

const sizeOf = (character: number) => (character > 0xffff ? 2 : 1);
