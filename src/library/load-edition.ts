import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import {
  type Apparatus,
  apparatusSchema,
  type FrontMatter,
  frontMatterSchema,
  type Language,
} from '../edition/schema.ts';
import { readFrontMatter } from '../pipeline/compile/front-matter.ts';
import { contentFolder } from './content-folder.ts';

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

/**
 * Reads and checks `content/editions/<slug>`.
 *
 * Throws, naming the file and the first thing wrong with it, when a file is missing or breaks the contract.
 */
export async function loadEdition(slug: string): Promise<Edition> {
  const texts = { 'zh-Hant': loadText(slug, 'zh-Hant'), 'zh-Hans': loadText(slug, 'zh-Hans') };
  return { slug, apparatus: loadApparatus(slug), texts };
}

function loadText(slug: string, language: Language): EditionText {
  const file = `${language}.md`;
  const markdown = read(slug, file);
  const head = FRONT_MATTER.exec(markdown);
  if (!head) throw new Error(`content/editions/${slug}/${file} has no front matter: run npm run editions.`);
  const frontMatter = check(frontMatterSchema, readFrontMatter(head[1] ?? ''), `${slug}/${file}`);
  return { frontMatter, markdown, body: markdown.slice(head[0].length) };
}

function loadApparatus(slug: string): Apparatus {
  const file = 'apparatus.json';
  return check(apparatusSchema, JSON.parse(read(slug, file)), `${slug}/${file}`);
}

/** At once, for reading small files by promises takes several times as long. */
function read(slug: string, file: string): string {
  return readFileSync(contentFolder('editions', slug, file), 'utf8');
}

function check<S extends z.ZodType>(schema: S, value: unknown, file: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(
    `content/editions/${file}: ${issue?.path.join('.')}: ${issue?.message}. Run npm run editions.`,
  );
}
