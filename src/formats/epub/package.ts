import { languages } from '../../contract/schema.ts';
import { calendarDate, toTimestamp } from '../calendar-date.ts';
import { element, type Markup, textElement, toDocument } from '../xml.ts';
import type { BookSource } from './page.ts';

/** A book must say when it was last changed; ours does not look at the clock, so that two are equal. */
const NEVER = '1980-01-01T00:00:00Z';
/** Length of a date that names a day. */
const DAY = 'YYYY-MM-DD'.length;

/** `package.opf`: what the book is, what is in it, and in which order it is read. */
export function toPackage(source: BookSource): string {
  return toDocument(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': 'zh-Hant',
      },
      toMetadata(source),
      manifest,
      spine,
    ),
  );
}

function toMetadata({ edition, address }: BookSource): Markup {
  const { frontMatter, apparatus } = edition;
  const { 'zh-Hant': hant, 'zh-Hans': hans } = frontMatter;
  const date = calendarDate(hant.date);
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:identifier', { id: 'id' }, toUuid(apparatus.witness.sha256)),
    element('dc:title', { id: 'title' }, hant.title),
    element('meta', { refines: '#title', property: 'alternate-script', 'xml:lang': 'zh-Hans' }, hans.title),
    ...languages.map((language) => element('dc:language', language)),
    textElement('dc:creator', hant.author),
    textElement('dc:publisher', hant.publisher),
    textElement('dc:description', hant.description),
    textElement('dc:date', date),
    textElement('dc:source', address ?? apparatus.witness.origin),
    element('meta', { property: 'dcterms:modified' }, date?.length === DAY ? toTimestamp(date) : NEVER),
  );
}

/** A UUID that says it was made in a way of our own (version 8), from the checksum of the witness. */
function toUuid(sha256: string): string {
  const digits = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}a${sha256.slice(17, 32)}`;
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

const XHTML = 'application/xhtml+xml';
const pages = [...languages.map((language) => `${language}.xhtml`), 'colophon.xhtml'];

const manifest = element(
  'manifest',
  element('item', { id: 'navigation', href: 'navigation.xhtml', 'media-type': XHTML, properties: 'nav' }),
  ...pages.map((href) => element('item', { id: idOf(href), href, 'media-type': XHTML })),
  element('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
);

const spine = element('spine', ...pages.map((href) => element('itemref', { idref: idOf(href) })));

function idOf(href: string): string {
  return href.replace('.xhtml', '');
}
