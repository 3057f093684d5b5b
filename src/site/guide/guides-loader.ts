import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../../contract/schema.ts';
import { loadRules } from '../../corpus/load-rules.ts';
import type { ConvertRules } from '../../pipeline/convert/convert-rules.ts';
import { converterTo } from './convert-markdown.ts';
import { renderGuide } from './render-guide.ts';

const headSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** Place among the guides, from 1; a text of another page has none. */
  place: z.number().int().optional(),
});

const inScriptSchema = z.object({
  title: z.string(),
  description: z.string(),
  sections: z.array(z.object({ id: z.string(), title: z.string(), html: z.string() })),
});

/** A guide in both scripts. */
export const guideSchema = z.object({
  place: z.number().int().optional(),
  'zh-Hant': inScriptSchema,
  'zh-Hans': inScriptSchema,
});

type Guide = z.infer<typeof guideSchema>;

/**
 * Content loader for the site's own pages of prose: `content/docs/*.md`, written once in Simplified and converted by our
 * own converter. They belong to the site, whatever collection it shows, and so stand in the project's own folder.
 */
export function guidesLoader(): Loader {
  return { name: 'zhengben-guides', load };
}

async function load({ store, parseData, config }: LoaderContext): Promise<void> {
  const folder = new URL('content/docs/', config.root);
  const { convert } = loadRules();
  store.clear();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()) {
    const id = basename(file, '.md');
    const data = await readGuide(await readFile(new URL(file, folder), 'utf8'), convert);
    store.set({ id, data: await parseData({ id, data: { ...data } }) });
  }
}

/** A guide from its file. Throws when its front matter is not as it should be. */
export async function readGuide(markdown: string, rules: ConvertRules): Promise<Guide> {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  const { title, description, place } = headSchema.parse(parse(head));
  const write = async (language: Language) => {
    const convert = converterTo(language, rules);
    return {
      title: convert(title),
      description: convert(description),
      sections: await renderGuide(body, convert),
    };
  };
  const [hant, hans] = await Promise.all([write('zh-Hant'), write('zh-Hans')]);
  return { ...(place !== undefined && { place }), 'zh-Hant': hant, 'zh-Hans': hans };
}
