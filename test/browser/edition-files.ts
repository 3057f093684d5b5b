import { readFile } from 'node:fs/promises';
import type { Language } from '../../src/contract/schema.ts';
import { parseMarkdown } from '../support/parse-markdown.ts';

/** The Markdown of an edition as it stands in the repository. */
export function markdownOf(slug: string, language: Language): Promise<string> {
  return readFile(new URL(`../../content/editions/${slug}/${language}.md`, import.meta.url), 'utf8');
}

/** The plain text of each block of a Markdown file, read without any code of the site. */
export function blocksOf(markdown: string): string[] {
  return parseMarkdown(markdown).blocks.map(({ text }) => text);
}
