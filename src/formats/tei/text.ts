import type { Apparatus, Language, Removal } from '../../contract/schema.ts';
import { recordsByBlock } from '../../edition/block-records.ts';
import { type Annotated, annotate } from '../../edition/cut-lines.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { readBlocks, type TextBlock, titleBlock } from '../../edition/text-blocks.ts';
import { visible } from '../../edition/visible.ts';
import { witnessLanguage } from '../../edition/witness-language.ts';
import { isWebAddress } from '../block-markup.ts';
import { type Child, element, type Markup } from '../xml.ts';
import { toReading } from './reading.ts';

/** Names the parts of the file in each script: `hant.p1`. */
const prefixes: Readonly<Record<Language, string>> = { 'zh-Hant': 'hant', 'zh-Hans': 'hans' };

type Lines = readonly (readonly Child[])[];
type Names = Readonly<Record<string, string | undefined>>;

/** One script of an edition as a `text`; `hasApparatus` says whether the records stand in it. */
export function toText(edition: StoredEdition, language: Language, hasApparatus: boolean): Markup {
  const { apparatus, frontMatter } = edition;
  const recordsAt = recordsByBlock(apparatus);
  const other = language === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant';
  const names = (id: string): Names => ({
    'xml:id': `${prefixes[language]}.${id}`,
    corresp: `#${prefixes[other]}.${id}`,
  });
  const lines = (block: TextBlock) =>
    annotate(block, hasApparatus ? recordsAt(block.id).all : []).map((line) => line.map(toChild));
  const title = titleBlock(frontMatter[language].title);
  return element(
    'text',
    { 'xml:lang': language },
    element(
      'body',
      element('head', names('title'), ...lines(title).flat()),
      ...toDivisions(readBlocks(edition, language), (block) => toBlock(block, lines(block), names(block.id))),
    ),
    hasApparatus ? toBack(apparatus) : undefined,
  );
}

function toChild(piece: Annotated): Child {
  const { text, url, record } = piece;
  const shown = record ? toReading(record, text) : text;
  if (!isWebAddress(url)) return shown;
  return element('ref', { target: new URL(url).href }, shown);
}

/**
 * In TEI a heading opens a division, and what follows it is in there. All divisions are of one level, with the depth as
 * their `n`: texts of the web skip levels. What stands before the first heading is a division without one, because
 * paragraphs may not stand beside divisions.
 */
function toDivisions(blocks: readonly TextBlock[], write: (block: TextBlock) => Markup): Markup[] {
  const divisions: TextBlock[][] = [];
  for (const block of blocks) {
    const last = divisions.at(-1);
    if (last && block.kind !== 'heading') last.push(block);
    else divisions.push([block]);
  }
  return divisions.map((own) => {
    const [first] = own;
    const isHeading = first?.kind === 'heading';
    const n = isHeading ? (first.depth ?? 2) : undefined;
    return element('div', { n }, ...own.map(write), isHeading && own.length === 1 ? element('p') : undefined);
  });
}

const byKind: Readonly<Record<TextBlock['kind'], (lines: Lines, names: Names, block: TextBlock) => Markup>> =
  {
    heading: (lines, names) => element('head', names, ...lines.flat()),
    paragraph: (lines, names) => element('p', names, ...withBreaks(lines)),
    verse: (lines, names) => element('lg', names, ...lines.map((line) => element('l', ...line))),
    quotation: (lines, names) => element('quote', names, ...lines.map((line) => element('p', ...line))),
    list: (lines, names, { first }) =>
      element(
        'list',
        { ...names, rend: first === undefined ? 'bulleted' : 'numbered' },
        ...lines.map((line, index) =>
          element('item', { n: first === undefined ? undefined : first + index }, ...line),
        ),
      ),
    code: (lines, names) => toAnonymous('code', lines, names),
    table: (lines, names) => toAnonymous('table', lines, names),
  };

function toBlock(block: TextBlock, lines: Lines, names: Names): Markup {
  return byKind[block.kind](lines, names, block);
}

/** Code, and tables as they stand in the witness: lines whose blanks mean something. */
function toAnonymous(type: string, lines: Lines, names: Names): Markup {
  return element('ab', { ...names, type, 'xml:space': 'preserve' }, ...withBreaks(lines));
}

function withBreaks(lines: Lines): Child[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [element('lb'), ...line]));
}

/** What is not the author's, behind the text; of spam only what kind it was and how long. None where nothing went. */
function toBack({ removals, script }: Apparatus): Markup | undefined {
  if (removals.length === 0) return undefined;
  const items = removals.map((removal) => toItem(removal, witnessLanguage(script)));
  return element('back', element('div', { type: 'removals' }, element('list', ...items)));
}

function toItem({ id, kind, characters, sic }: Removal, language: string): Markup {
  return element(
    'item',
    { 'xml:id': id, rend: kind },
    sic === undefined
      ? element('gap', { reason: kind, quantity: characters, unit: 'character' })
      : element('quote', { 'xml:lang': language }, visible(sic.replace(/\n/g, ' '))),
  );
}
