/** The two conversions, each over a stretch of plain text. */
import type { Standard } from '../../contract/vocabulary.ts';
import type { ConvertRules } from './convert-rules.ts';
import { translate } from './translate.ts';

/** Addresses, mail addresses and inline code, which are no language. */
const VERBATIM =
  /(?:[a-z]{2,9}:\/\/|www\.)[^\s"'<>，。；！？、）】」』”》]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(`+)(?!`)[^\n]+?(?<!`)\1(?!`)/gi;
/** A text without any of these has nothing of the kind, and most have none. */
const SIGNS = ['`', '://', 'www.', '@'];

/** Traditional or half-converted text in Simplified: 隨著 → 随着, 著名 → 著名. Length in code points is kept. */
export function toSimplified(text: string, rules: ConvertRules): string {
  return aroundVerbatim(text, (stretch) => translate(stretch, rules.t2s, rules.segment));
}

/** Simplified text in Traditional: 被发明 → 被發明, 关系 → 關係. Length in code points is kept. */
export function toTraditional(text: string, rules: ConvertRules, standard: Standard): string {
  const dictionary = rules.s2t(standard);
  return aroundVerbatim(text, (stretch) => translate(stretch, dictionary, rules.segment));
}

/** May there be an address or inline code in `text`? */
export function mayHoldVerbatim(text: string): boolean {
  return SIGNS.some((sign) => text.includes(sign));
}

function aroundVerbatim(text: string, convert: (stretch: string) => string): string {
  if (!mayHoldVerbatim(text)) return convert(text);
  let out = '';
  let at = 0;
  for (const { index, 0: verbatim } of text.matchAll(VERBATIM)) {
    out += convert(text.slice(at, index)) + verbatim;
    at = index + verbatim.length;
  }
  return out + convert(text.slice(at));
}
