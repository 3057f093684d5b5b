/** What networks find in the head of a reading page when somebody shares it. */
import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, it } from 'vitest';
import { found } from '../support/found.ts';

const views = [
  ['', 'zh-Hant'],
  ['zh-hant/', 'zh-Hant'],
  ['zh-hans/', 'zh-Hans'],
] as const;

async function readMetas(file: string): Promise<Map<string, string>> {
  const { document } = parseHTML(await readFile(file, 'utf8'));
  const metas = [...document.querySelectorAll('meta[property], meta[name]')];
  return new Map(
    metas.map((meta) => [
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
      meta.getAttribute('content') ?? '',
    ]),
  );
}

describe.each(views)('texts/…/%s', (view, language) => {
  it.each(['hostile', 'long-title', 'damaged'])(
    'of “%s” names a picture in its own script, and it is there',
    async (slug) => {
      const site = found(
        inject('sites').find(({ name }) => name === 'odd'),
        'site of odd texts',
      );
      const metas = await readMetas(`${site.folder}texts/${slug}/${view}index.html`);
      const image = metas.get('og:image');
      expect(image).toBe(`${site.address}texts/${slug}/${language}.png`);
      const response = await fetch(found(image, 'image'));
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      const bytes = Buffer.from(await response.arrayBuffer());
      const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)].map(String);
      expect(size).toEqual([metas.get('og:image:width'), metas.get('og:image:height')]);
      expect(metas.get('og:image:alt')).toContain(metas.get('og:title'));
      expect(metas.get('twitter:card')).toBe('summary_large_image');
    },
  );

  it('names none where the site does not know its address', async () => {
    const site = found(
      inject('sites').find(({ name }) => name === 'own'),
      'own site',
    );
    const metas = await readMetas(`${site.folder}texts/letter-to-ma-huateng/${view}index.html`);
    expect([...metas.keys()].filter((name) => /image|twitter/.test(name))).toEqual([]);
    const picture = `${site.folder}texts/letter-to-ma-huateng/${language}.png`;
    await expect(readFile(picture)).rejects.toThrow('ENOENT');
  });
});
