import type { Nodes, Parents } from 'mdast';
import type { Language } from '../../contract/schema.ts';
import type { ConvertRules } from '../../pipeline/convert/convert-rules.ts';
import { toTraditional } from '../../pipeline/convert/scripts.ts';

/** Quotation marks of the two editorial traditions; a guide is written with those of the first column. */
const QUOTES: Record<string, string> = { '“': '「', '”': '」', '‘': '『', '’': '』' };

/** Stands for inline code while a line is converted, so that no word is made across it. */
const CODE = '\uFFFC';

/** Converts a text to the script of a page: a guide is written in Simplified. */
export type TextConverter = (text: string) => string;

/** How a guide's words are written in `language`: 网页 “正本” → 網頁「正本」. */
export function converterTo(language: Language, rules: ConvertRules): TextConverter {
  if (language === 'zh-Hans') return (text) => text;
  return (text) => toTraditional(text, rules, 's2tw').replace(/[“”‘’]/g, (mark) => QUOTES[mark] ?? mark);
}

/** Converts all words of a document; code, addresses and HTML stay as they are. */
export function convertMarkdown(node: Nodes, convert: TextConverter): void {
  if (!('children' in node)) return;
  const words = wordsIn(node);
  if (words.length > 0) convertLine(words, convert);
  else for (const child of node.children) convertMarkdown(child, convert);
}

interface Word {
  type: 'text' | 'inlineCode';
  value: string;
}

/** The words of a line of text in their order, also those in emphasis and links; none where `node` holds blocks. */
function wordsIn(node: Parents): Word[] {
  return node.children.flatMap((child): Word[] => {
    if (child.type === 'text' || child.type === 'inlineCode') return [child];
    return isPhrasing(child) ? wordsIn(child) : [];
  });
}

function isPhrasing(node: Nodes): node is Parents & Nodes {
  return ['emphasis', 'strong', 'delete', 'link'].includes(node.type);
}

/** Converts a line as a whole, since a word can run over emphasis; conversion keeps its length. */
function convertLine(words: readonly Word[], convert: TextConverter): void {
  const line = words.map(({ type, value }) => (type === 'text' ? value : CODE)).join('');
  const converted = Array.from(convert(line));
  let at = 0;
  for (const word of words) {
    const length = word.type === 'text' ? Array.from(word.value).length : CODE.length;
    if (word.type === 'text') word.value = converted.slice(at, at + length).join('');
    at += length;
  }
}
