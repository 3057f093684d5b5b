/** Reading the front matter of an edition back. */
import { parse } from 'yaml';
import { isPlain } from '../pipeline/compile/front-matter.ts';

/**
 * What stands between the fences of a front matter, as a value that is still to be checked. Rows that the library for
 * YAML would read as they stand are read without it, which is far quicker.
 */
export function readFrontMatter(yaml: string): unknown {
  const rows = yaml.split('\n').map((row) => /^(\w+): (.+)$/.exec(row));
  const values: Record<string, unknown> = {};
  for (const row of rows) {
    const [, name, value] = row ?? [];
    if (name === undefined || value === undefined || name in values) return parse(yaml);
    if (/^(?:0|[1-9]\d{0,14})$/.test(value)) values[name] = Number(value);
    else if (isPlain(value)) values[name] = value;
    else return parse(yaml);
  }
  return values;
}
