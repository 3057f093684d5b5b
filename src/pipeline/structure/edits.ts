/** What changes inside the lines of a page: removals, and normalisations of signs, width and blanks. */
import type { Edit, Reading } from '../reading.ts';
import type { Span } from './blocks.ts';
import { type Group, isVerbatim } from './group.ts';
import { findLinks, rewriteHtmlLinks } from './links.ts';
import { isRemoved, type Part, type TitleCut } from './parts.ts';
import { toPieces } from './pieces.ts';
import type { StructureRules } from './structure-rules.ts';
import { wasFolded, widen } from './width.ts';
import { closeWraps } from './wraps.ts';

type RemovalNote = Extract<Edit['note'], { type: 'removal' }>;
type Reason = Omit<RemovalNote, 'type'>;

const byline = (rule: string, reason: string): Reason => ({ kind: 'byline', rule, reason });

const removals: Partial<Record<Part['role'], Reason>> = {
  byline: byline('meta-line', 'Author, date or publisher: kept as metadata.'),
  'site-name': byline('site-name', 'The name of the site over the title.'),
  excerpt: {
    kind: 'duplicate-excerpt',
    rule: 'excerpt',
    reason: 'Repeats the beginning of the text: kept as description.',
  },
  'repeated-title': {
    kind: 'furniture',
    rule: 'repeated-title',
    reason: 'The title a second time, before the text.',
  },
};

const cuts: Record<Exclude<TitleCut['rule'], 'hashes' | 'title-label'>, Reason> = {
  breadcrumb: {
    kind: 'navigation',
    rule: 'breadcrumb',
    reason: 'The path to the page, on one line with its title.',
  },
  'title-prefix': byline('title-prefix', 'The site’s name before the title: kept as publisher.'),
  'title-suffix': byline('title-suffix', 'The site’s name after the title: kept as publisher.'),
  'title-byline': byline('title-byline', 'Date and source after the title: kept as metadata.'),
};

/** Edits over `reading.text` inside the lines of `parts`. */
export function editParts(reading: Reading, parts: readonly Part[], rules: StructureRules): Edit[] {
  const page = { text: reading.text, isFolded: wasFolded(reading.witness), rules };
  return parts.flatMap((part) => editPart(page, part));
}

interface Page {
  readonly text: string;
  readonly isFolded: boolean;
  readonly rules: StructureRules;
}

function editPart(page: Page, part: Part): Edit[] {
  const { start, end } = part.line;
  const reason = removals[part.role];
  if (isRemoved(part) && reason) return [removal(start, end, reason)];
  if (part.role === 'title') return editTitle(page, part);
  if (part.role === 'group') return editGroup(page, part.group);
  const from = part.role === 'heading' ? start + (part.hashes ?? 0) : start;
  return editWords(page, { start: from, end }, part.role === 'paragraph');
}

function editTitle(page: Page, part: Extract<Part, { role: 'title' }>): Edit[] {
  const { before, after } = part.title;
  const pieces = toPieces(part, page.text);
  const kept = pieces.find(({ isKept }) => isKept);
  return pieces.flatMap((piece) => {
    if (piece.isKept) return editWords(page, piece, false);
    const cut = kept && piece.start < kept.start ? before : after;
    return cut ? [cutAway(piece.start, piece.end, cut)] : [];
  });
}

/** A label and `# ` are signs; names and paths are removals. A label of Han is words, and so a removal, too. */
function cutAway(start: number, end: number, { rule }: TitleCut): Edit {
  if (rule === 'hashes') return { start, end, corr: '', note: { type: 'normalisation', kind: 'marker' } };
  if (rule === 'title-label')
    return removal(start, end, byline('title-label', 'The label before the title.'));
  return removal(start, end, cuts[rule]);
}

function editGroup(page: Page, { kind, lines, markers }: Group): Edit[] {
  return lines.flatMap(({ start, end }, i) => {
    const { length, corr } = markers?.[i] ?? { length: 0, corr: '' };
    const from = start + length;
    if (isVerbatim(kind)) return dropNulls(page.text, start, end);
    const isSame = page.text.slice(start, from) === corr;
    const note = { type: 'normalisation', kind: 'marker' } as const;
    const marker = isSame ? [] : [{ start, end: from, corr, note }];
    return [...marker, ...editWords(page, { start: from, end }, kind !== 'verse')];
  });
}

/** Width, wraps and links in a stretch of words. Nothing is changed in the address of a link. */
function editWords({ text, isFolded, rules }: Page, { start, end }: Span, isProse: boolean): Edit[] {
  const nulls = dropNulls(text, start, end);
  const html = rewriteHtmlLinks(text, { start, end }, rules);
  const links = findLinks(text.slice(start, end), rules).flatMap((link) => [
    { start: start + link.start, end: start + link.from },
    { start: start + link.to, end: start + link.end },
  ]);
  const isInLink = ({ start: at, end: to }: Edit) =>
    [...html, ...links].some((other) => at < other.end && other.start < to);
  const widths = isFolded ? widen({ text, start, end }) : [];
  const widened = new Set(widths.map((edit) => edit.start));
  const wraps = isProse ? closeWraps(text, { start, end }, widened) : [];
  const marks = [...nulls, ...wraps, ...widths];
  const kept = html.length + links.length === 0 ? marks : marks.filter((edit) => !isInLink(edit));
  return [...kept, ...html];
}

const NULL = /\0/g;

/** U+0000 is the one character that Markdown cannot hold. */
function dropNulls(text: string, start: number, end: number): Edit[] {
  const edits: Edit[] = [];
  const note = { type: 'emendation', kind: 'control', cert: 'high', evidence: { rule: 'U+0000' } } as const;
  for (const { index } of text.slice(start, end).matchAll(NULL)) {
    const at = start + index;
    edits.push({ start: at, end: at + 1, corr: '', note });
  }
  return edits;
}

function removal(start: number, end: number, reason: Reason): Edit {
  return { start, end, corr: '', note: { type: 'removal', ...reason } };
}
