/** What changes inside the lines of a page: removals, and normalisations of signs, width and blanks. */
import type { RemovalKind } from '../../contract/schema.ts';
import type { Edit, Reading } from '../reading.ts';
import type { Span } from './blocks.ts';
import { type Group, isVerbatim } from './group.ts';
import { findLinks, rewriteHtmlLinks } from './links.ts';
import type { Part, TitleCut } from './parts.ts';
import { toPieces } from './pieces.ts';
import type { StructureRules } from './structure-rules.ts';
import { wasFolded, widen } from './width.ts';
import { closeWraps } from './wraps.ts';

/** Why a line, or a part of the title's line, is removed: by the name of the rule. */
const reasons = {
  'meta-line': ['byline', 'Author, date or publisher: kept as metadata.'],
  'site-name': ['byline', 'The name of the site over the title.'],
  excerpt: ['duplicate-excerpt', 'Repeats the beginning of the text: kept as description.'],
  'repeated-title': ['furniture', 'The title a second time, before the text.'],
  breadcrumb: ['navigation', 'The path to the page, on one line with its title.'],
  'title-label': ['byline', 'The label before the title.'],
  'title-prefix': ['byline', 'The site’s name before the title: kept as publisher.'],
  'title-suffix': ['byline', 'The site’s name after the title: kept as publisher.'],
  'title-byline': ['byline', 'Date and source after the title: kept as metadata.'],
} as const satisfies Record<string, readonly [RemovalKind, string]>;

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
  if (part.role === 'byline') return [removal(start, end, 'meta-line')];
  if (part.role === 'site-name' || part.role === 'excerpt' || part.role === 'repeated-title')
    return [removal(start, end, part.role)];
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
  return removal(start, end, rule);
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

function removal(start: number, end: number, rule: keyof typeof reasons): Edit {
  const [kind, reason] = reasons[rule];
  return { start, end, corr: '', note: { type: 'removal', kind, rule, reason } };
}
