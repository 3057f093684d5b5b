/** EPUB and TEI: what is in them, by rules of ours, and by the field's own tools where they are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/contract/schema.ts';
import { loadEdition } from '../../src/edition/load-edition.ts';
import { blockText, readBlocks } from '../../src/edition/text-blocks.ts';
import { toEpub } from '../../src/formats/epub/to-epub.ts';
import { toPlainText } from '../../src/formats/plain-text.ts';
import { toTei } from '../../src/formats/tei/to-tei.ts';
import { found } from '../support/found.ts';
import { HOSTILE, makeEdition } from '../support/hostile-edition.ts';
import { find, findFirst, parseXml, textOf, walk, type XmlElement } from '../support/parse-xml.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const editions = [
  ['a letter', await loadEdition('letter-to-ma-huateng')],
  ['an article', await loadEdition('social-commerce-operations')],
  ['one with every kind of block', makeEdition()],
  ['a hostile one', makeEdition(HOSTILE)],
] as const;
const withoutAddress = { base: '/' };
const withAddress = { base: '/a/', site: 'https://example.org' };

const folder = temporaryFolder();

/** What XML makes of a text: what it cannot hold is U+FFFD. */
const held = (text: string) =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

const has = (program: string) => spawnSync('which', [program]).status === 0;

describe.each(editions)('the book of %s', (_, edition) => {
  const files = unzipSync(toEpub(edition, withAddress));
  const page = (name: string) => parseXml(Buffer.from(found(files[name], name)).toString());

  test('is a ZIP whose first entry says what it is, uncompressed', () => {
    const bytes = Buffer.from(toEpub(edition, withoutAddress));
    expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    expect(bytes.readUInt16LE(8)).toBe(0);
  });

  test('lists every file it has, and has every file it lists', () => {
    const book = page('EPUB/package.opf');
    const items = find(book, 'item');
    const listed = items.map(({ attributes }) => `EPUB/${attributes.href}`);
    const others = ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf'];
    expect(Object.keys(files).sort()).toEqual([...listed, ...others].sort());
    const ids = new Set(items.map(({ attributes }) => attributes.id));
    for (const { attributes } of find(book, 'itemref')) expect(ids).toContain(attributes.idref);
    for (const name of ['dc:identifier', 'dc:title', 'dc:language'])
      expect(textOf(findFirst(book, name))).not.toBe('');
  });

  test('leads nowhere that is not there, and names nothing twice', () => {
    const pages = new Map(
      Object.keys(files)
        .filter((name) => name.endsWith('.xhtml'))
        .map((name) => [name, page(name)]),
    );
    const idsOf = (root: XmlElement) => [...walk(root)].flatMap(({ attributes }) => attributes.id ?? []);
    for (const [name, root] of pages) {
      expect(new Set(idsOf(root)).size).toBe(idsOf(root).length);
      for (const { attributes } of find(root, 'a')) {
        const href = found(attributes.href, 'href');
        if (/^https?:/.test(href)) continue;
        const [file, id] = href.split('#');
        const target = found(pages.get(file === '' ? name : `EPUB/${file}`), href);
        if (id) expect(idsOf(target)).toContain(id);
      }
    }
  });

  test.each(languages)('has the text in %s, character for character', (language) => {
    const chapter = page(`EPUB/${language}.xhtml`);
    const isSign = ({ attributes }: XmlElement) => attributes['epub:type'] === 'noteref';
    const byId = new Map([...walk(chapter)].map((element) => [element.attributes.id, element]));
    for (const block of readBlocks(edition, language)) {
      const text = textOf(found(byId.get(block.id), block.id), isSign).replaceAll('†', '');
      const isPreformatted = block.kind === 'code' || block.kind === 'table';
      const expected = held(blockText(block));
      expect(text).toBe(isPreformatted ? expected : expected.replaceAll('\n', ''));
    }
  });
});

/** Starting Java takes minutes on a busy machine, so that only the plainest and the worst book go there. */
const PATIENCE = 900_000;
const jar = '/usr/bin/epubcheck';
const canCheck = existsSync(jar) && has('java');
if (!canCheck) console.warn('Books are not checked: epubcheck is not installed (apt-get install epubcheck).');

test.skipIf(!canCheck).each([editions[0], editions[3]])(
  'the book of %s passes epubcheck',
  { timeout: PATIENCE },
  (_, edition) => {
    const file = join(folder, 'book.epub');
    writeFileSync(file, toEpub(edition, withAddress));
    const { stdout, stderr, status } = spawnSync('java', ['-jar', jar, file], { encoding: 'utf8' });
    expect(stderr + stdout).toMatch(/0 fatals \/ 0 errors \/ 0 warnings/);
    expect(status).toBe(0);
  },
);

describe.each(editions)('the TEI of %s', (_, edition) => {
  const root = parseXml(toTei(edition, withAddress));
  const texts = Object.fromEntries(
    findFirst(root, 'group').children.flatMap((child) =>
      typeof child === 'string' ? [] : [[child.attributes['xml:lang'], child]],
    ),
  ) as Record<Language, XmlElement>;

  test.each(languages)('has the text in %s: what was emended as emended, a crux as found', (language) => {
    const prefix = language === 'zh-Hant' ? 'hant' : 'hans';
    const byId = new Map(
      [...walk(texts[language])].map((element) => [element.attributes['xml:id'], element]),
    );
    const isVariant = ({ name }: XmlElement) => name === 'rdg';
    const textIn = (element: XmlElement): string =>
      element.children
        .map((child) => {
          if (typeof child === 'string') return child;
          if (child.name === 'choice') return textOf(findFirst(child, 'corr'));
          return isVariant(child) ? '' : textIn(child);
        })
        .join('');
    for (const block of readBlocks(edition, language)) {
      const id = `${prefix}.${block.id}`;
      expect(textIn(found(byId.get(id), id))).toBe(held(blockText(block)).replaceAll('\n', ''));
    }
  });

  test('has every record once, and every pointer leads to an id', () => {
    const { emendations, cruces, removals } = edition.apparatus;
    const ids = [...walk(root)].flatMap(({ attributes }) => attributes['xml:id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...emendations, ...cruces, ...removals].map(({ id }) => id)));
    for (const { attributes } of walk(root)) {
      for (const name of ['corresp', 'resp', 'wit'])
        if (attributes[name]) expect(ids).toContain(attributes[name].slice(1));
    }
  });

  test('says of a withheld removal what it was, not what it said', () => {
    expect(toTei(edition, withoutAddress)).not.toContain('不該在此');
    const removals = edition.apparatus.removals.filter(({ kind }) => kind === 'link-farm');
    for (const { kind, characters } of removals)
      expect(find(root, 'gap').map(({ attributes }) => attributes)).toContainEqual({
        reason: kind,
        quantity: String(characters),
        unit: 'character',
      });
  });

  test.each([withoutAddress, withAddress])('is valid by the schema, published at %j', (publication) => {
    expect(validate(toTei(edition, publication))).toBe('');
  });
});

/** What `xmllint` says against the document, by the schema; the empty string where it is not installed. */
function validate(source: string): string {
  if (!has('xmllint')) return '';
  const schema = fileURLToPath(new URL('../schemas/tei-zhengben.rng', import.meta.url));
  const file = join(folder, 'text.xml');
  writeFileSync(file, source);
  const { stderr, status } = spawnSync('xmllint', ['--noout', '--relaxng', schema, file], {
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}

describe('readBlocks', () => {
  test('reads every kind of block', () => {
    expect(readBlocks(makeEdition(), 'zh-Hant').map(blockText)).toEqual([
      '前言。',
      '一、河邊',
      '河邊的書店與別處。',
      '其一\n其二',
      '三\n四',
      '引文一\n引文二',
      '床前明月光\n疑是地上霜',
      'if (a < b && c) {\n\n  run("]]>");\n}',
      '甲 | 乙\n丙 | 丁',
    ]);
  });

  test('refuses Markdown that has other blocks than its apparatus', () => {
    const edition = makeEdition();
    edition.apparatus.blocks.pop();
    expect(() => readBlocks(edition, 'zh-Hant')).toThrow(
      /^content\/editions\/river\/zh-Hant\.md has 9 blocks, but .* 8: run/,
    );
  });
});

test('plain text has no half of a surrogate pair', () => {
  expect(toPlainText(makeEdition(HOSTILE), 'zh-Hant').isWellFormed()).toBe(true);
});
