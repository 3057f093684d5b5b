import { bookWordingIn } from '../wording/book-phrases.ts';
import { element, type Markup } from '../xml.ts';
import { type BookSource, toPage } from './page.ts';

/** The last page: where the text comes from, which file it was, how much was changed. */
export function toColophon({ edition, address }: BookSource): string {
  const word = bookWordingIn('zh-Hant');
  const { witness, emendations, removals } = edition.apparatus;
  const facts: [string, string | Markup][] = [
    [word('source'), witness.origin],
    [word('witness'), `${witness.siglum} · ${word('encoding')} ${witness.encoding}`],
    [word('checksum'), element('code', witness.sha256)],
    [
      word('apparatus'),
      `${word('emendations', { n: emendations.length })} · ${word('removals', { n: removals.length })}`,
    ],
  ];
  if (address) facts.push([word('site'), element('a', { href: address }, address)]);
  return toPage(
    word('witness'),
    'zh-Hant',
    element(
      'section',
      { 'epub:type': 'colophon' },
      element('h1', word('witness')),
      element('dl', ...facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)])),
      element('p', word('footer')),
    ),
  );
}
