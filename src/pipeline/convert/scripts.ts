/** A stretch of plain text from one script to the other. */
import type { Standard } from '../../contract/vocabulary.ts';
import { applyDictionary } from './apply-dictionary.ts';
import type { ConvertRules } from './convert-rules.ts';

/** Addresses, mail addresses and inline code, which are no language. */
const VERBATIM =
  /(?:[a-z]{2,9}:\/\/|www\.)[^\s"'<>，。；！？、）】」』”》]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(`+)(?!`)[^\n]+?(?<!`)\1(?!`)/gi;
/** A text without any of these has nothing of the kind, and most have none. */
const SIGNS = ['`', '://', 'www.', '@'];

/** Traditional or half-converted text in Simplified: 隨著 → 随着, 著名 → 著名. Length in code points is kept. */
export function toSimplified(text: string, rules: ConvertRules): string {
  return aroundVerbatim(text, (stretch) => applyDictionary(stretch, rules.t2s, rules.segment));
}

/** Simplified text in Traditional: 被发明 → 被發明, 关系 → 關係. Length in code points is kept. */
export function toTraditional(text: string, rules: ConvertRules, standard: Standard): string {
  const dictionary = rules.s2t(standard);
  return aroundVerbatim(text, (stretch) => applyDictionary(stretch, dictionary, rules.segment));
}

/** {@link toSimplified} and {@link toTraditional} by the rules it was created with. */
export interface Converter {
  readonly toSimplified: (text: string) => string;
  readonly toTraditional: (text: string, standard: Standard) => string;
}

/**
 * A converter that remembers the last result of each conversion: a page is converted to tell its script, and once more
 * for its edition.
 */
export function createConverter(rules: ConvertRules): Converter {
  const traditional = {
    s2tw: rememberLast((text) => toTraditional(text, rules, 's2tw')),
    s2hk: rememberLast((text) => toTraditional(text, rules, 's2hk')),
  };
  return {
    toSimplified: rememberLast((text) => toSimplified(text, rules)),
    toTraditional: (text, standard) => traditional[standard](text),
  };
}

function rememberLast(convert: (text: string) => string): (text: string) => string {
  let last = '';
  let converted = '';
  return (text) => {
    if (text !== last) [last, converted] = [text, convert(text)];
    return converted;
  };
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
