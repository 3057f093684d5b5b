import type { Language } from '../../contract/schema.ts';
import { recordsByBlock, type TextRecord } from '../../edition/block-records.ts';
import { type Annotated, annotate } from '../../edition/cut-lines.ts';
import { imprintOf } from '../../edition/imprint.ts';
import { type TextBlock, titleBlock } from '../../edition/text-blocks.ts';
import { toLink, toXhtml } from '../block-markup.ts';
import { bookWordingIn } from '../wording/book-phrases.ts';
import { type Child, element, join, type Markup } from '../xml.ts';
import { toNote } from './note.ts';
import { type BookSource, toPage } from './page.ts';

/** One script of the text. */
export interface Chapter {
  readonly language: Language;
  readonly title: string;
  readonly headings: readonly TextBlock[];
  readonly xhtml: string;
}

/** The chapter of one script: title, imprint, blocks, and behind them the notes, to which a sign in the text leads. */
export function toChapter(
  { edition }: BookSource,
  language: Language,
  blocks: readonly TextBlock[],
): Chapter {
  const { frontMatter, apparatus } = edition;
  const { title } = frontMatter[language];
  const recordsAt = recordsByBlock(apparatus);
  const notes: Markup[] = [];
  const number = (record: TextRecord): Child => {
    notes.push(toNote(record, notes.length + 1, { language, script: apparatus.script }));
    return reference(notes.length);
  };
  const lines = (block: TextBlock) =>
    annotate(block, recordsAt(block.id).notes).map((line) =>
      line.flatMap((piece) => toChildren(piece, number)),
    );
  const imprint = imprintOf(frontMatter[language]);
  const body = [
    element('h1', { id: 'title' }, ...lines(titleBlock(title)).flat()),
    imprint && element('p', { class: 'imprint' }, imprint),
    ...blocks.map((block) => toXhtml(block, lines(block), block.id)),
  ];
  const word = bookWordingIn(language);
  const heading = element('h2', word('emendationsHeading'));
  const xhtml = toPage(
    title,
    language,
    element('section', { 'epub:type': 'bodymatter chapter' }, ...body),
    notes.length > 0
      ? element('section', { 'epub:type': 'footnotes', class: 'notes' }, heading, ...notes)
      : undefined,
  );
  return { language, title, headings: blocks.filter(({ kind }) => kind === 'heading'), xhtml };
}

function toChildren({ text, url, record }: Annotated, number: (record: TextRecord) => Child): Child[] {
  const shown = toLink(text, url);
  if (!record) return [shown];
  if ('corr' in record) return [element('span', { class: record.cert }, shown), number(record)];
  return [join('†', shown, '†'), number(record)];
}

function reference(n: number): Markup {
  return element(
    'a',
    { 'epub:type': 'noteref', class: 'ref', id: `ref-${n}`, href: `#note-${n}` },
    String(n),
  );
}
