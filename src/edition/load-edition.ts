import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Edition } from '../contract/edition.ts';
import { type Apparatus, apparatusSchema, type FrontMatter, frontMatterSchema } from '../contract/schema.ts';
import { byLanguage } from '../contract/vocabulary.ts';
import { contentFolder } from './content-folder.ts';

/**
 * An edition read from its files. Its `slug` is the name of its folder; the texts of its blocks, which an edition fresh
 * from the pipeline has, are read from the Markdown when somebody wants them ({@link readBlocks}).
 */
export interface StoredEdition extends Omit<Edition, 'blocks'> {
  readonly slug: string;
}

const FRONT_MATTER = /^---\r?\n(?:([\s\S]*?)\r?\n)??---(?:\r?\n)+/;

/** The Markdown of an edition without its front matter. */
export function bodyOf(markdown: string): string {
  return markdown.replace(FRONT_MATTER, '');
}

/** Reads and checks `content/editions/<slug>`, see {@link readEdition}. */
export async function loadEdition(slug: string): Promise<StoredEdition> {
  return readEdition(contentFolder('editions'), slug);
}

/**
 * Reads and checks the edition `slug` in the folder `root`.
 *
 * Throws, naming the file and the first thing wrong with it, when a file is missing or breaks the contract.
 */
export function readEdition(root: string, slug: string): StoredEdition {
  const markdown = byLanguage((language) => read(root, slug, `${language}.md`));
  const frontMatter = byLanguage((language) =>
    checkFrontMatter(markdown[language], `${slug}/${language}.md`),
  );
  return { slug, apparatus: readApparatus(root, slug), frontMatter, markdown };
}

function checkFrontMatter(markdown: string, file: string): FrontMatter {
  const head = FRONT_MATTER.exec(markdown);
  if (!head) throw new Error(`content/editions/${file} has no front matter: run npm run editions.`);
  return check(frontMatterSchema, parse(head[1] ?? ''), file);
}

function readApparatus(root: string, slug: string): Apparatus {
  const file = 'apparatus.json';
  return check(apparatusSchema, JSON.parse(read(root, slug, file)), `${slug}/${file}`);
}

/** At once, for reading small files by promises takes several times as long. */
function read(root: string, slug: string, file: string): string {
  return readFileSync(join(root, slug, file), 'utf8');
}

function check<S extends z.ZodType>(schema: S, value: unknown, file: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(
    `content/editions/${file}: ${issue?.path.join('.')}: ${issue?.message}. Run npm run editions.`,
  );
}
