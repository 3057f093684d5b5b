/** HTML of any origin made harmless for a DOM: no deeper, no larger and no other than an article needs. */
import { Parser } from 'htmlparser2';
import { LONGEST_KEPT_VALUE, LONGEST_VALUE, MOST_NESTED, MOST_NESTED_OF_ALL } from './constants.ts';
import { empty, inline, silent } from './elements.ts';

/** The attributes by which Readability finds the article, its author and its date. */
const kept: ReadonlySet<string> = new Set(
  'id class role rel href name property content itemprop itemtype hidden style aria-hidden'.split(' '),
);

interface CleanHtml {
  readonly html: string;
  /** Elements and stretches of text in `html`. */
  readonly size: number;
  /** What the first-level headings say, without doubles. */
  readonly headings: readonly string[];
}

/**
 * `html` without scripts, styles, inline elements and most attributes; its text is all there. Throws a sentence, without
 * its subject, at nesting or attributes that no article has: a page of 10⁵ nested `<div>`, which would overflow the stack.
 */
export function cleanHtml(html: string): CleanHtml {
  const parts: string[] = [];
  const headings = new Set<string>();
  let [size, depth, all, muted] = [0, 0, 0, 0];
  let [isLinked, heading] = [false, undefined as string | undefined];

  const parser = new Parser({
    onopentag(name, attributes) {
      refuseHugeValues(attributes);
      if (!empty.has(name) && ++all > MOST_NESTED_OF_ALL) throw tooDeep(MOST_NESTED_OF_ALL);
      if (silent.has(name)) muted++;
      if (muted > 0 || inline.has(name)) return;
      if (name === 'a' && isLinked) return;
      if (name === 'a') isLinked = true;
      if (name === 'h1') heading = '';
      if (!empty.has(name) && ++depth > MOST_NESTED) throw tooDeep(MOST_NESTED);
      size++;
      parts.push(`<${name}${printAttributes(attributes)}>`);
    },
    ontext(text) {
      if (muted > 0) return;
      const escaped = escapeHtml(text);
      size += 1 + (escaped.length - text.length) / 4; // a reference becomes a stretch of its own
      parts.push(escaped);
      if (heading !== undefined) heading += text;
    },
    onclosetag(name) {
      if (empty.has(name)) return;
      all--;
      if (silent.has(name)) return void muted--;
      if (muted > 0 || inline.has(name)) return;
      if (name === 'a' && !isLinked) return;
      if (name === 'a') isLinked = false;
      if (name === 'h1' && heading?.trim()) headings.add(heading.replace(/\s+/g, ' ').trim());
      if (name === 'h1') heading = undefined;
      depth--;
      parts.push(`</${name}>`);
    },
  });
  parser.end(html);
  return { html: parts.join(''), size, headings: [...headings] };
}

const tooDeep = (most: number) =>
  new Error(`has elements more than ${most} deep in each other, as no article has; leave it out`);

function refuseHugeValues(attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value.length <= LONGEST_VALUE || /^\s*data:/i.test(value)) continue;
    const size = Math.round(value.length / 1e6);
    throw new Error(
      `has ${size} million characters in an attribute (${name.slice(0, 40)}), as no article has; leave it out`,
    );
  }
}

function printAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => kept.has(name) && value.length <= LONGEST_KEPT_VALUE)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

/** `text` where neither tags nor references are seen in it: a<b → a&lt;b. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
