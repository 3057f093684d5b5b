/** Verse: short lines of like length, which keep their line breaks. */
import { isBody, type Line } from '../page/line.ts';
import { breaksBetween, type Group, type Lines, takeRun } from './group.ts';

const VERSE_LINE = /^[\p{Script=Han}，、。；！？：,;!?“”‘’「」『』《》〈〉—…·\s]+$/u;
const LINE_END = /[，。；！？,;!?]$/;
const LONGEST_LINE = 16;
const SHORTEST_LINE = 2;
const FEWEST_LINES = 4;
const LONGEST_RUN = 100; // more short lines than that are a list of something, read once only
const LEAST_MEAN = 4;
const WIDEST_SPREAD = 6;

/**
 * The poem that begins at the line `at`: either four lines or more of the same number of characters that end in marks
 * (白日依山盡，…), or a stanza, lines in a row between blank lines. Names, menus and steps are short lines, too: lines
 * with colons, digits or Latin are no verse, nor are columns of names.
 */
export function findVerse(page: Lines, at: number): Group | undefined {
  const { lines } = page;
  if (!isVerseLine(lines[at]!)) return undefined;
  const run = takeRun(lines, at, (line) => isVerseLine(line), LONGEST_RUN);
  const regular = takeRegular(run);
  if (regular.length >= FEWEST_LINES) return { kind: 'verse', lines: regular };
  const stanza = takeStanza(page, run);
  return isStanza(page, at, stanza) ? { kind: 'verse', lines: stanza } : undefined;
}

function isVerseLine(line: Line): boolean {
  const isShort = line.han >= SHORTEST_LINE && line.text.length <= LONGEST_LINE + 4;
  return isShort && line.han <= LONGEST_LINE && VERSE_LINE.test(line.text) && !isBody(line);
}

/** Lines of as many characters as the first, each ending in a mark; an even number, as couplets have it. */
function takeRegular(run: readonly Line[]): Line[] {
  const { han } = run[0]!;
  if (han < 3) return [];
  const same = takeRun(
    run,
    0,
    (line) => line.han === han && LINE_END.test(line.text) && !/[：:]/.test(line.text),
  );
  return same.slice(0, same.length - (same.length % 2));
}

function takeStanza({ text }: Lines, run: readonly Line[]): Line[] {
  return takeRun(run, 0, (line, index) => index === 0 || breaksBetween(text, run[index - 1]!, line) === 1);
}

/** Lines between blank lines, at least four, none much longer than another. */
function isStanza({ text, lines }: Lines, at: number, stanza: readonly Line[]): boolean {
  if (stanza.length < FEWEST_LINES || stanza.some((line) => /[：:]/.test(line.text))) return false;
  const [before, after] = [lines[at - 1], lines[at + stanza.length]];
  const isAlone =
    (before === undefined || breaksBetween(text, before, stanza[0]!) > 1) &&
    (after === undefined || breaksBetween(text, stanza.at(-1)!, after) > 1);
  const lengths = stanza.map(({ han }) => han);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const spread = Math.max(...lengths) - Math.min(...lengths);
  return isAlone && (before ?? after) !== undefined && mean >= LEAST_MEAN && spread <= WIDEST_SPREAD;
}
