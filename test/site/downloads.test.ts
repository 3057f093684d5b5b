import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPublication } from '../../src/formats/publication.ts';
import { readSizes } from '../../src/site/downloads/download-sizes.ts';
import { prepareDownloads } from '../../src/site/downloads/prepare-downloads.ts';
import { formatSize } from '../../src/site/wording/format-size.ts';
import { found } from '../support/found.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
const publication = { base: '/', site: 'https://example.org' };
const slugs = ['letter-to-ma-huateng', 'social-commerce-operations'];

beforeAll(async () => {
  await prepareDownloads(join(root, 'first'), publication, { version: 'a' });
});

const at = (...path: string[]) => join(root, path[0] === 'texts' ? 'first' : 'first/site', ...path);
const read = (...path: string[]) => readFileSync(at(...path), 'utf8');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What a file says; of an archive, what the files in it say. */
const textOf = (name: string, bytes: Uint8Array): string =>
  /\.(?:zip|epub)$/.test(name)
    ? Object.values(unzipSync(bytes))
        .map((file) => Buffer.from(file).toString())
        .join('\n')
    : Buffer.from(bytes).toString();

/** Every file below a folder, by path, as its checksum. */
async function sumsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(folder.length), sha256(readFileSync(file))]),
  );
}

describe('everything to take away', () => {
  test('is the same when it is made again, byte for byte, in another time zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Taipei';
    await prepareDownloads(join(root, 'second'), publication, { version: 'a' });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(await sumsOf(join(root, 'second'))).toEqual(await sumsOf(join(root, 'first')));
  });

  test('has its size said', () => {
    const { texts, collection } = readSizes(join(root, 'first'));
    expect(Object.keys(texts)).toEqual(slugs);
    for (const slug of slugs) {
      for (const [name, size] of Object.entries(found(texts[slug], slug)))
        expect(size, name).toBe(readFileSync(at('texts', slug, name)).length);
    }
    expect(Object.keys(collection).sort()).toEqual(['SHA256SUMS', 'zhengben.jsonl', 'zhengben.zip']);
  });

  test('is checked by its sums', () => {
    const lines = read('downloads/SHA256SUMS').trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const [, sum, name = ''] = found(/^([0-9a-f]{64}) {2}([\w.-]+)$/.exec(line), 'checksum');
      expect(sha256(readFileSync(at('downloads', name)))).toBe(sum);
    }
  });

  test('holds no word of a withheld removal', async () => {
    const words: string[] = [];
    for (const slug of slugs) {
      const { witness, removals } = JSON.parse(read('texts', slug, 'apparatus.json'));
      const folder = new URL(`../../content/witnesses/${witness.siglum}/`, import.meta.url);
      const { file } = JSON.parse(readFileSync(new URL('witness.json', folder), 'utf8'));
      const text = [...readFileSync(new URL(file, folder), 'utf8')];
      for (const { start, end, sic } of removals)
        if (sic === undefined)
          words.push(
            ...text
              .slice(start, end)
              .join('')
              .split(/[\s,，。、_|-]+/),
          );
    }
    const telling = words.filter((word) => word.length >= 5);
    expect(telling.length).toBeGreaterThan(10);
    for (const file of Object.keys(await sumsOf(join(root, 'first')))) {
      const content = textOf(file, readFileSync(join(root, 'first', file)));
      for (const word of telling) expect(content.includes(word), `${file}: ${word.length}`).toBe(false);
    }
  });
});

describe('the archive', () => {
  test('holds the Markdown of every text under ASCII names', () => {
    const files = unzipSync(readFileSync(at('downloads/zhengben.zip')));
    expect(Object.keys(files)).toEqual(
      slugs.flatMap((slug) => [`zhengben/${slug}.zh-Hant.md`, `zhengben/${slug}.zh-Hans.md`]),
    );
    for (const slug of slugs) {
      expect(Buffer.from(found(files[`zhengben/${slug}.zh-Hant.md`], slug)).toString()).toBe(
        readFileSync(new URL(`../../content/editions/${slug}/zh-Hant.md`, import.meta.url), 'utf8'),
      );
    }
  });
});

describe('the lines of JSON', () => {
  test('have the fields of restore --jsonl', () => {
    const lines = read('downloads/zhengben.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(slugs);
    expect(Object.keys(lines[0])).toEqual([
      'id',
      'status',
      'script',
      'metadata',
      'zh-Hans',
      'zh-Hant',
      'removals',
      'emendations',
    ]);
    expect(lines[0].metadata.title).toBe('致馬化騰先生的一封信（一）：給微信電子商務潑的冷水');
    expect(lines[0]['zh-Hans']).toMatch(/^尊敬的马化腾先生：\n\n您好！\n/);
  });
});

describe('plain text', () => {
  test('is the title, the imprint and the blocks', () => {
    expect(read('texts', found(slugs[0], 'text'), 'zh-Hant.txt')).toMatch(
      /^致馬化騰先生的一封信（一）：給微信電子商務潑的冷水\n葉開 · i天下網商\n\n尊敬的馬化騰先生：\n\n您好！\n\n/,
    );
    expect(read('texts', found(slugs[0], 'text'), 'zh-Hans.txt')).toContain('\n\n电子商务的关系类型\n\n');
  });
});

test('an edition that breaks the contract is named and left out', async () => {
  const content = join(root, 'content');
  cpSync(new URL('../../content', import.meta.url), content, { recursive: true });
  rmSync(join(content, 'editions', found(slugs[0], 'text'), 'zh-Hans.md'));
  process.env.ZHENGBEN_CONTENT = content;
  const problems: string[] = [];
  const report = (problem: string) => problems.push(problem);
  const { texts } = await prepareDownloads(join(root, 'third'), publication, { version: 'a', report });
  delete process.env.ZHENGBEN_CONTENT;
  expect(Object.keys(texts)).toEqual([slugs[1]]);
  expect(problems).toEqual([
    expect.stringMatching(new RegExp(`^${slugs[0]} has no downloads\\. .*zh-Hans\\.md`)),
  ]);
});

describe('downloads of many texts', () => {
  const many = Array.from({ length: 24 }, (_, n) => `text-${n}`);
  const prepare = (name: string, version = 'a') =>
    prepareDownloads(join(root, name), publication, { version });
  const edition = (slug: string) => join(root, 'many/editions', slug);

  beforeAll(() => {
    const own = new URL('../../content/editions/social-commerce-operations', import.meta.url);
    for (const slug of many) cpSync(own, edition(slug), { recursive: true });
    process.env.ZHENGBEN_CONTENT = join(root, 'many');
  });
  afterAll(() => {
    delete process.env.ZHENGBEN_CONTENT;
  });

  test('are the same whether they are made anew or kept from before', { timeout: 60_000 }, async () => {
    await prepare('kept', 'older');
    await prepare('kept');
    writeFileSync(
      join(edition('text-3'), 'zh-Hans.md'),
      readFileSync(join(edition('text-3'), 'zh-Hans.md'), 'utf8').replace('概念', '观念'),
    );
    rmSync(edition('text-7'), { recursive: true });
    rmSync(join(root, 'kept/texts/text-9/zh-Hant.txt'));
    await prepare('kept');
    await prepare('anew');
    expect(await sumsOf(join(root, 'kept'))).toEqual(await sumsOf(join(root, 'anew')));
  });
});

describe('readPublication', () => {
  test.each([
    [{}, { base: '/' }],
    [{ ZHENGBEN_SITE: '', ZHENGBEN_BASE: '' }, { base: '/' }],
    [{ ZHENGBEN_BASE: 'texts' }, { base: '/texts/' }],
    [
      { ZHENGBEN_BASE: '/a/b/', ZHENGBEN_SITE: 'https://example.org' },
      { base: '/a/b/', site: 'https://example.org' },
    ],
    [{ ZHENGBEN_SITE: 'http://localhost:8080/' }, { base: '/', site: 'http://localhost:8080' }],
  ])('%j', (env, expected) => {
    expect(readPublication(env)).toEqual(expected);
  });

  test.each([
    [
      { ZHENGBEN_SITE: 'example.org' },
      /^ZHENGBEN_SITE is “example\.org”, which is no address of a site; write /,
    ],
    [{ ZHENGBEN_SITE: 'ftp://example.org' }, /no address of a site/],
    [{ ZHENGBEN_SITE: 'javascript:alert(1)' }, /no address of a site/],
    [{ ZHENGBEN_SITE: 'https://a:b@example.org' }, /no address of a site/],
    [
      { ZHENGBEN_SITE: 'https://example.org/texts/' },
      /write it without the path, and the path as ZHENGBEN_BASE=\/texts\//,
    ],
    [{ ZHENGBEN_BASE: '/a b/' }, /^ZHENGBEN_BASE is “\/a b\/”, which is no path; write one such as /],
    [{ ZHENGBEN_BASE: '/../' }, /which is no path/],
    [{ ZHENGBEN_BASE: 'https://example.org/' }, /which is no path/],
  ])('%j is refused in a sentence', (env, sentence) => {
    expect(() => readPublication(env)).toThrow(sentence);
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [13_812, '14 KB'],
  [9_940, '9.9 KB'],
  [1_250_000, '1.3 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});
