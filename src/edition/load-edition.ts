import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Apparatus,
  apparatusSchema,
  type FrontMatter,
  frontMatterSchema,
  type Language,
} from '../contract/schema.ts';
import { contentFolder } from './content-folder.ts';
import { readFrontMatter } from './front-matter.ts';

/** One script's text: `markdown` is the file as it is, `body` what follows its front matter. */
export interface EditionText {
  frontMatter: FrontMatter;
  body: string;
  markdown: string;
}

/** An edition as the site sees it. */
export interface Edition {
  slug: string;
  apparatus: Apparatus;
  texts: Record<Language, EditionText>;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** Reads and checks `content/editions/<slug>`, see {@link readEdition}. */
export async function loadEdition(slug: string): Promise<Edition> {
  return readEdition(contentFolder('editions'), slug);
}

/**
 * Reads and checks the edition `slug` in the folder `root`.
 *
 * Throws, naming the file and the first thing wrong with it, when a file is missing or breaks the contract.
 */
export function readEdition(root: string, slug: string): Edition {
  const text = (language: Language) => readText(root, slug, language);
  const texts = { 'zh-Hant': text('zh-Hant'), 'zh-Hans': text('zh-Hans') };
  return { slug, apparatus: readApparatus(root, slug), texts };
}

function readText(root: string, slug: string, language: Language): EditionText {
  const file = `${language}.md`;
  const markdown = read(root, slug, file);
  const head = FRONT_MATTER.exec(markdown);
  if (!head) throw new Error(`content/editions/${slug}/${file} has no front matter: run npm run editions.`);
  const frontMatter = check(frontMatterSchema, readFrontMatter(head[1] ?? ''), `${slug}/${file}`);
  return { frontMatter, markdown, body: markdown.slice(head[0].length) };
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
