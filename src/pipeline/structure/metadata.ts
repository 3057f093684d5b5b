/** What a text says of itself, from the parts of its page. */
import type { Metadata } from '../../contract/schema.ts';
import type { MetaLine } from '../page/meta-line.ts';
import * as limits from './constants.ts';
import { cutBack, findSummary } from './excerpt.ts';
import { readBullet, readNumber } from './marker.ts';
import type { Part, TextOf } from './parts.ts';
import { readSignatures } from './signature.ts';
import type { StructureRules } from './structure-rules.ts';

/**
 * Title, author, publisher, date and description, as the page states them; `textOf` gives the restored text of a part.
 * A text without a title gets its first words for one: 那天傍晚下了一場小雨.
 */
export function collectMetadata(
  parts: readonly Part[],
  textOf: TextOf,
  { rules, site }: { readonly rules: StructureRules; readonly site: string | undefined },
): Metadata {
  const title = parts.find((part) => part.role === 'title');
  const first =
    parts.find((part) => part.role === 'paragraph') ??
    parts.find(({ role }) => role === 'heading' || role === 'group');
  const metas = [
    ...statedIn(parts),
    ...readSignatures(parts, rules),
    ...siteNames(parts),
    { ...(site && { publisher: site }) },
  ];
  const field = (name: keyof MetaLine) => metas.find((meta) => meta[name] !== undefined)?.[name];
  const [author, publisher, date] = [field('author'), field('publisher'), field('date')];
  const description = describePage(parts, textOf, rules);
  return {
    title: (title && textOf(title)) || (first && makeTitle(textOf(first), rules)) || rules.untitled,
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(description && { description }),
  };
}

function statedIn(parts: readonly Part[]): MetaLine[] {
  return parts.flatMap((part) => (part.role === 'byline' ? [part.meta] : []));
}

/** Names of sites beside the title are the weakest evidence. */
function siteNames(parts: readonly Part[]): MetaLine[] {
  return parts.flatMap((part) => {
    if (part.role === 'site-name') return [part.meta];
    const cuts = part.role === 'title' ? [part.title.after, part.title.before] : [];
    return cuts.flatMap((cut) => (cut ? [cut.meta] : []));
  });
}

function describePage(parts: readonly Part[], textOf: TextOf, rules: StructureRules): string | undefined {
  const excerpt = parts.find((part) => part.role === 'excerpt');
  const of = excerpt && parts.find((part) => part.line === excerpt.of);
  if (excerpt && of) return cutBack(textOf(of), excerpt.letters, rules);
  return findSummary(parts, textOf, rules);
}

/** A title for a text without one: its first clauses, as many as make six characters. */
function makeTitle(text: string, rules: StructureRules): string {
  const [opening = ''] = text.slice(0, limits.LONGEST_TITLE_SOURCE).split('\n', 1);
  const line = opening.replace(/^[^\p{L}\p{N}\p{Pi}\p{Ps}]+/u, '');
  const { length = 0 } = readNumber(line, rules) ?? readBullet(line, rules) ?? {};
  const words = line.slice(length).trim();
  const clauses = words.match(/[^。！？，；：,;:!?]+[。！？，；：,;:!?]*/gu) ?? [words];
  let title = '';
  for (const clause of clauses) {
    title += clause;
    if ([...title].length > limits.SHORTEST_MADE_TITLE || /[。！？!?]$/.test(clause)) break;
  }
  const characters = [...title.replace(/[。！？，；：,;:!?]+$/u, '').trim()];
  return characters.length <= limits.LONGEST_MADE_TITLE
    ? characters.join('')
    : `${characters.slice(0, limits.LONGEST_MADE_TITLE).join('')}…`;
}
