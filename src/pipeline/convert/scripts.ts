/** The two conversions, each over a stretch of plain text. */
import type { ConvertRules } from './convert-rules.ts';
import { translate } from './translate.ts';

/** Which Traditional is written: Taiwan's or Hong Kong's standard characters. */
export type Standard = 's2tw' | 's2hk';

/** Addresses and inline code, which are no language. */
const VERBATIM = /https?:\/\/[^\s，。；！？、）】」』”]+|`[^`\n]+`/g;

/** Traditional or half-converted text in Simplified: 隨著 → 随着, 著名 → 著名. Length in code points is kept. */
export function toSimplified(text: string, rules: ConvertRules): string {
  return aroundVerbatim(text, (stretch) => translate(stretch, rules.t2s, rules.segment));
}

/** Simplified text in Traditional: 被发明 → 被發明, 关系 → 關係. Length in code points is kept. */
export function toTraditional(text: string, rules: ConvertRules, standard: Standard): string {
  const variants = rules.variants[standard];
  return aroundVerbatim(text, (stretch) => {
    const traditional = translate(stretch, rules.s2t, rules.segment);
    return translate(traditional, variants, wholeText);
  });
}

/** Variants of a name are matched wherever they stand. */
const wholeText = (text: string): readonly number[] => [text.length];

function aroundVerbatim(text: string, convert: (stretch: string) => string): string {
  let out = '';
  let at = 0;
  for (const { index, 0: verbatim } of text.matchAll(VERBATIM)) {
    out += convert(text.slice(at, index)) + verbatim;
    at = index + verbatim.length;
  }
  return out + convert(text.slice(at));
}
