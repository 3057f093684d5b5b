import type { Apparatus, Language } from '../contract/schema.ts';
import type { Edition } from '../edition/load-edition.ts';
import { toPublicApparatus } from './public-apparatus.ts';

/**
 * An edition as one line of JSON, with the fields that `zhengben restore --jsonl` writes; its `id` is the slug.
 * Lone surrogates are written as escapes, so that the line is valid UTF-8.
 */
export function toJsonLine(edition: Edition): string {
  const { slug, texts } = edition;
  const apparatus = toPublicApparatus(edition.apparatus);
  const { script, removals, emendations, cruces, doubts } = apparatus;
  const { lang, slug: _, characters, ...metadata } = texts[ownLanguage(apparatus)].frontMatter;
  return `${JSON.stringify({
    id: slug,
    status: statusOf(apparatus),
    script,
    metadata,
    'zh-Hans': texts['zh-Hans'].body.trimStart(),
    'zh-Hant': texts['zh-Hant'].body.trimStart(),
    removals,
    emendations,
    ...(cruces.length > 0 && { cruces }),
    ...(doubts.length > 0 && { doubts }),
  })}\n`;
}

/** Simplified text is read in Simplified; Traditional and half-converted text, in Traditional. */
export function ownLanguage({ script }: Apparatus): Language {
  return script === 'hans' ? 'zh-Hans' : 'zh-Hant';
}

function statusOf({ emendations, cruces, removals, doubts }: Apparatus): string {
  const isDoubtful = cruces.length > 0 || doubts.length > 0 || emendations.some(({ cert }) => cert === 'low');
  if (isDoubtful) return 'review';
  return emendations.length > 0 || removals.length > 0 ? 'repaired' : 'untouched';
}
