/** Links and images that stand in the received text, as Markdown or as HTML. */
import type { Edit } from '../reading.ts';
import type { StructureRules } from './structure-rules.ts';

/** A link in a stretch of text: UTF-16 offsets of the whole and of the words that lead on. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly url: string;
}

const ADDRESS = '[^\\s\\p{C}()<>"\\\\\\[\\]`]{1,2000}';
const MARKDOWN = new RegExp(`(!?\\[)([^\\[\\]\\n]*)(\\]\\()(${ADDRESS})\\)`, 'gu');
const ANCHOR = new RegExp(
  `<a\\s[^<>]{0,999}?\\bhref=(["']?)(${ADDRESS}?)\\1(?:\\s[^<>]{0,999})?>([^<>\\[\\]\\n]+)</a>`,
  'giu',
);
const IMAGE = new RegExp(`<img\\s[^<>]{0,999}?\\bsrc=(["']?)(${ADDRESS}?)\\1(?:\\s[^<>]{0,999})?>`, 'giu');
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** Does the address begin with a scheme of the list? `javascript:alert(1)` and `/a.html` do not. */
function isSafe(url: string, { linkSchemes }: StructureRules): boolean {
  return linkSchemes.has(SCHEME.exec(url)?.[1]?.toLowerCase() ?? '');
}

/**
 * The Markdown links of `text`: `[河邊](https://example.com)`. An image is a link by its description, or by its address
 * when it has none; addresses of other schemes than those of the list are left alone.
 */
export function findLinks(text: string, rules: StructureRules): FoundLink[] {
  if (!text.includes('](')) return [];
  return [...text.matchAll(MARKDOWN)].flatMap((found) => {
    const [whole, open = '', words = '', joint = '', url = ''] = found;
    if (!isSafe(url, rules)) return [];
    const [start, end] = [found.index, found.index + whole.length];
    const from = start + open.length;
    const to = from + words.length;
    if (words.trim() !== '') return [{ start, end, from, to, url }];
    return [{ start, end, from: to + joint.length, to: end - 1, url }];
  });
}

/** Edits over `text` from `start` to `end` that write the links and images of HTML as Markdown. */
export function rewriteHtmlLinks(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  rules: StructureRules,
): Edit[] {
  const line = text.slice(start, end);
  if (!/<(?:a|img)\s/i.test(line)) return [];
  const edit = (from: number, to: number, corr: string): Edit => {
    const note = { type: 'normalisation', kind: 'marker' } as const;
    return { start: start + from, end: start + to, corr, note };
  };
  const anchors = [...line.matchAll(ANCHOR)].flatMap(({ index, 0: whole, 2: url = '', 3: words = '' }) => {
    const close = index + whole.length - '</a>'.length;
    if (!isSafe(url, rules)) return [];
    return [edit(index, close - words.length, '['), edit(close, index + whole.length, `](${url})`)];
  });
  const images = [...line.matchAll(IMAGE)].flatMap(({ index, 0: whole, 2: url = '' }) => {
    const alt = /\balt=(?:"([^"<>[\]]*)"|'([^'<>[\]]*)')/i.exec(whole);
    const words = alt?.[1] ?? alt?.[2] ?? '';
    return isSafe(url, rules) ? [edit(index, index + whole.length, `![${words}](${url})`)] : [];
  });
  const isWhole = ({ start: from, end: to, corr }: Edit) => hanOf(text.slice(from, to)) === hanOf(corr);
  const found = [...anchors, ...images].sort((a, b) => a.start - b.start);
  return found.every(isWhole) ? found : []; // a title="…" would be lost
}

function hanOf(text: string): string {
  return text.replace(/\P{Script=Han}/gu, '');
}
