/** The front matter of an edition as YAML. */
import { parse, stringify } from 'yaml';
import type { FrontMatter } from '../../contract/schema.ts';

/** A text that begins in Chinese and has no sign of YAML; a slug; a date. None can be taken for a number or `true`. */
const PLAIN =
  /^(?:[\p{Script=Han}《“「【（](?:[^\p{Cc}\p{Cs}:#]*[^\p{Cc}\p{Cs}:#\s-])?|(?!(?:true|false|null)$)[a-z](?:[a-z0-9-]*[a-z0-9])?|[a-z]{2}-[A-Z][a-z]+|\d{4}-\d\d(?:-\d\d)?)$/u;

/** `frontMatter` between its fences, as the library for YAML writes it, which takes far longer than to see that nothing needs quotes. */
export function writeFrontMatter(frontMatter: FrontMatter): string {
  const rows = Object.entries(frontMatter);
  const isPlain = rows.every(
    ([, value]) => typeof value === 'number' || (value !== undefined && PLAIN.test(value)),
  );
  const yaml = isPlain
    ? rows.map(([name, value]) => `${name}: ${value}`).join('\n')
    : stringify(frontMatter, { lineWidth: 0 }).trimEnd();
  return `---\n${yaml}\n---`;
}

/** What stands between the fences, as a value that is still to be checked. Plain rows need no library, as above. */
export function readFrontMatter(yaml: string): unknown {
  const rows = yaml.split('\n').map((row) => /^(\w+): (.+)$/.exec(row));
  const values: Record<string, unknown> = {};
  for (const row of rows) {
    const [, name, value] = row ?? [];
    if (name === undefined || value === undefined || name in values) return parse(yaml);
    if (/^(?:0|[1-9]\d{0,14})$/.test(value)) values[name] = Number(value);
    else if (PLAIN.test(value)) values[name] = value;
    else return parse(yaml);
  }
  return values;
}
