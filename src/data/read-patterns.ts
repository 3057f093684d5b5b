/** Reads files of named patterns: the regular expressions of a phase, kept as data beside its lists. */
import { type ReadFile, readRows } from './read-rows.ts';

/**
 * The patterns of `file`, by their names. A row is name, source of the regular expression, flags (`-` for none) and the
 * case that fails without it, separated by tabs. Throws a sentence naming the file, and the row where there is one, when an
 * expression is invalid, a name is not among `names`, stands twice, or is missing.
 *
 *     const { about } = readPatterns('repair/patterns.tsv', read, ['about']); // about	乱码|亂碼	i	mojibake/tutorial
 *
 * A pattern with the flag `g` or `y` remembers where it stopped (`lastIndex`): use it with `matchAll` and `replace`, or set
 * `lastIndex` first.
 */
export function readPatterns<Name extends string>(
  file: string,
  read: ReadFile,
  names: readonly Name[],
): Readonly<Record<Name, RegExp>> {
  const patterns = new Map<string, RegExp>();
  for (const [name = '', source = '', flags = ''] of readRows(file, read, 4)) {
    if (!names.some((known) => known === name))
      throw new Error(`${file}: nothing uses a pattern “${name}”; the names are ${names.join(', ')}.`);
    if (patterns.has(name)) throw new Error(`${file}: the pattern “${name}” stands there twice.`);
    patterns.set(name, toPattern(file, { name, source, flags: flags === '-' ? '' : flags }));
  }
  const missing = names.filter((name) => !patterns.has(name));
  if (missing.length > 0) throw new Error(`${file}: no pattern ${missing.join(', ')}; add a row.`);
  return Object.fromEntries(patterns) as Record<Name, RegExp>;
}

function toPattern(file: string, row: { name: string; source: string; flags: string }): RegExp {
  try {
    return new RegExp(row.source, row.flags);
  } catch (error) {
    throw new Error(`${file}: the pattern “${row.name}” is not valid.`, { cause: error });
  }
}
