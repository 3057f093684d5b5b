/** The front matter of an edition as YAML. */
import { stringify } from 'yaml';
import type { FrontMatter } from '../../contract/schema.ts';

/** `frontMatter` between its fences. */
export function writeFrontMatter(frontMatter: FrontMatter): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---`;
}
