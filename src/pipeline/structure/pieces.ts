/** The stretches of a page that stay and those that go, line by line. */
import { lineAt } from '../page/line.ts';
import { breaksBetween, type Group, isVerbatim } from './group.ts';
import { isRemoved, type Part } from './parts.ts';
import type { Piece } from './spacing.ts';

/** The kept and the removed stretches of a part: a title is cut before the site's name, a group has a piece per line. */
export function toPieces(part: Part, text: string): Piece[] {
  const { start, end } = part.line;
  if (part.role === 'group') return toLines(part.group, text);
  if (part.role !== 'title') return [{ start, end, isKept: !isRemoved(part) }];
  const { from, to } = part.title;
  const kept = trim(text, start + from, start + to);
  return [
    { start, end: kept.start, isKept: false },
    { ...kept, isKept: true },
    { start: kept.end, end, isKept: false },
  ].filter((piece) => piece.start < piece.end);
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  const inside = text.slice(start, end);
  const length = inside.trim().length;
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: from + length };
}

/** The indent of code and tables is theirs; so are blank lines inside, when not every line has one after it. */
function toLines({ kind, lines }: Group, text: string): Piece[] {
  const isAsIs = isVerbatim(kind);
  const gaps = lines.map((line, i) =>
    i === 0 ? Number.POSITIVE_INFINITY : breaksBetween(text, lineAt(lines, i - 1), line),
  );
  const least = gaps.reduce((a, b) => Math.min(a, b));
  return lines.map(({ start, end }, i) => {
    const joint = i === 0 ? {} : { joint: '\n'.repeat(isAsIs ? (gaps[i] ?? least) - least + 1 : 1) };
    return { start: isAsIs ? findIndent(text, start) : start, end, isKept: true, ...joint };
  });
}

/** Where the blanks before a line begin. */
function findIndent(text: string, start: number): number {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}
