import { blockText } from '../../edition/text-blocks.ts';
import { bookWordingIn } from '../wording/book-phrases.ts';
import { element, type Markup } from '../xml.ts';
import type { Chapter } from './chapter.ts';
import { type BookSource, toPage } from './page.ts';

/** The book's table of contents: both scripts, with their headings, and the colophon. */
export function toNavigation({ edition }: BookSource, chapters: readonly Chapter[]): string {
  const word = bookWordingIn('zh-Hant');
  const { title } = edition.frontMatter['zh-Hant'];
  return toPage(
    title,
    'zh-Hant',
    element(
      'nav',
      { 'epub:type': 'toc' },
      element('h1', word('catalogue')),
      element(
        'ol',
        ...chapters.map(toEntry),
        element('li', element('a', { href: 'colophon.xhtml' }, word('witness'))),
      ),
    ),
  );
}

/** The headings of a chapter stand in one list, whatever their depth: a text may begin with its deepest. */
function toEntry({ language, title, headings }: Chapter): Markup {
  const word = bookWordingIn(language);
  const name = word(language === 'zh-Hant' ? 'hantLong' : 'hansLong');
  const entries = headings.map((heading) =>
    element('li', element('a', { href: `${language}.xhtml#${heading.id}` }, blockText(heading))),
  );
  return element(
    'li',
    { 'xml:lang': language, lang: language },
    element('a', { href: `${language}.xhtml` }, `${title}（${name}）`),
    entries.length > 0 ? element('ol', ...entries) : undefined,
  );
}
