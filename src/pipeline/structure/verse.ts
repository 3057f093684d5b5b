/** Verse: short lines of like length, which keep their line breaks. */
import { isBody, type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { breaksBetween, type Group, type Lines, takeRun } from './group.ts';

const VERSE_LINE = /^[\p{Script=Han}，、。；！？：,;!?“”‘’「」『』《》〈〉—…·\s]+$/u;
const LINE_END = /[，。；！？,;!?]$/;

/**
 * The poem that begins at the line `at`: either four lines or more of the same number of characters that end in marks
 * (白日依山盡，…), or a stanza, lines in a row between blank lines. Names, menus and steps are short lines, too: lines
 * with colons, digits or Latin are no verse, nor are columns of names.
 */
export function findVerse(page: Lines, at: number): Group | undefined {
  const { lines } = page;
  if (!isVerseLine(lineAt(lines, at))) return undefined;
  const run = takeRun(lines, isVerseLine, { from: at, most: limits.MOST_VERSES });
  const regular = takeRegular(run);
  if (regular.length >= limits.FEWEST_VERSES) return { kind: 'verse', lines: regular };
  const stanza = takeStanza(page, run);
  return isStanza(page, at, stanza) ? { kind: 'verse', lines: stanza } : undefined;
}

function isVerseLine(line: Line): boolean {
  const isShort =
    line.han >= limits.FEWEST_VERSE_HAN &&
    line.text.length <= limits.LONGEST_VERSE_HAN + limits.MOST_VERSE_MARKS;
  return isShort && line.han <= limits.LONGEST_VERSE_HAN && VERSE_LINE.test(line.text) && !isBody(line);
}

/** Lines of as many characters as the first, each ending in a mark; an even number, as couplets have it. */
function takeRegular(run: readonly Line[]): Line[] {
  const { han } = lineAt(run, 0);
  if (han < 3) return [];
  const same = takeRun(
    run,
    (line) => line.han === han && LINE_END.test(line.text) && !/[：:]/.test(line.text),
  );
  return same.slice(0, same.length - (same.length % 2));
}

function takeStanza({ text }: Lines, run: readonly Line[]): Line[] {
  return takeRun(run, (line, i) => i === 0 || breaksBetween(text, lineAt(run, i - 1), line) === 1);
}

/** Lines between blank lines, at least four, none much longer than another. */
function isStanza({ text, lines }: Lines, at: number, stanza: readonly Line[]): boolean {
  const [first, last] = [stanza[0], stanza.at(-1)];
  if (
    !first ||
    !last ||
    stanza.length < limits.FEWEST_VERSES ||
    stanza.some((line) => /[：:]/.test(line.text))
  )
    return false;
  const [before, after] = [lines[at - 1], lines[at + stanza.length]];
  const isAlone =
    (before === undefined || breaksBetween(text, before, first) > 1) &&
    (after === undefined || breaksBetween(text, last, after) > 1);
  const lengths = stanza.map(({ han }) => han);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const spread = Math.max(...lengths) - Math.min(...lengths);
  return (
    isAlone &&
    (before ?? after) !== undefined &&
    mean >= limits.LEAST_MEAN_VERSE &&
    spread <= limits.WIDEST_VERSE_SPREAD
  );
}
