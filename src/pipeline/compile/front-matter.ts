/** The front matter of an edition as YAML. */
import { stringify } from 'yaml';
import type { FrontMatter } from '../../contract/schema.ts';

/** A text that begins in Chinese and has no sign of YAML; a slug; a language; a date. */
const PLAIN =
  /^(?:[\p{Script=Han}《“「【（](?:[^\p{Cc}\p{Cs}:#]*[^\p{Cc}\p{Cs}:#\s-])?|(?!(?:true|false|null)$)[a-z](?:[a-z0-9-]*[a-z0-9])?|[a-z]{2}-[A-Z][a-z]+|\d{4}-\d\d(?:-\d\d)?)$/u;

/** Does `value` stand in YAML as it is, neither quoted nor taken for a number or `true`? Doubtful ones are not plain. */
export const isPlain = (value: string): boolean => PLAIN.test(value);

/**
 * `frontMatter` between its fences, as the library for YAML writes it. Where no value needs quotes, it is written without
 * the library, which takes far longer.
 */
export function writeFrontMatter(frontMatter: FrontMatter): string {
  const rows = Object.entries(frontMatter);
  const needsNoQuotes = rows.every(
    ([, value]) => typeof value === 'number' || (value !== undefined && isPlain(value)),
  );
  const yaml = needsNoQuotes
    ? rows.map(([name, value]) => `${name}: ${value}`).join('\n')
    : stringify(frontMatter, { lineWidth: 0 }).trimEnd();
  return `---\n${yaml}\n---`;
}
