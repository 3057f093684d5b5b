/** What a text says of itself, from the parts of its page. */
import type { Metadata } from '../../edition/schema.ts';
import { describe } from './excerpt.ts';
import type { Part } from './outline.ts';
import type { StructureRules } from './structure-rules.ts';

const UNTITLED = '無題';
const LONGEST_MADE_TITLE = 24;

/**
 * Title, author, publisher, date and description, as the page states them; `textOf` gives the restored text of a part.
 * A text without a title gets its first clause for one: 那天傍晚下了一場小雨.
 */
export function collectMetadata(
  parts: readonly Part[],
  textOf: (part: Part) => string,
  rules: StructureRules,
): Metadata {
  const titlePart = parts.find((part) => part.role === 'title');
  const first = parts.find((part) => part.role === 'paragraph' || part.role === 'heading');
  const metas = parts.flatMap((part) => (part.role === 'byline' ? [part.meta] : []));
  const excerpt = parts.find((part) => part.role === 'excerpt');
  const described = excerpt && parts.find((part) => part.line === excerpt.of);
  const field = (name: 'author' | 'date' | 'publisher') =>
    metas.find((meta) => meta[name] !== undefined)?.[name];
  const publisher =
    field('publisher') ?? (titlePart?.role === 'title' ? titlePart.publisher?.name : undefined);
  const [author, date] = [field('author'), field('date')];
  return {
    title: titlePart ? textOf(titlePart) : first ? makeTitle(textOf(first)) : UNTITLED,
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(excerpt?.role === 'excerpt' &&
      described && { description: describe(textOf(described), excerpt.letters, rules) }),
  };
}

/** A title for a text without one: its first clause. */
function makeTitle(text: string): string {
  const clause = text.split(/[。！？，；：,;:!?]/, 1)[0]!.trim();
  const characters = [...(clause === '' ? text : clause)];
  return characters.length <= LONGEST_MADE_TITLE
    ? characters.join('')
    : `${characters.slice(0, LONGEST_MADE_TITLE).join('')}…`;
}
