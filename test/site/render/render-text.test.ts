import { expect, test, vi } from 'vitest';
import { apparatusSchema, frontMatterSchema, languages } from '../../../src/contract/schema.ts';
import type { StoredEdition } from '../../../src/edition/load-edition.ts';
import { renderText } from '../../../src/site/render/render-text.ts';
import { restoreText } from '../../support/restore-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // rules take their time to load on a busy machine

/** An edition of `text` as the site gets it from its files. */
function editionOf(text: string): StoredEdition {
  const { apparatus, frontMatter, markdown } = restoreText(text);
  for (const language of languages) frontMatterSchema.parse(frontMatter[language]);
  return { slug: 'test', apparatus: apparatusSchema.parse(apparatus), frontMatter, markdown };
}

test.each([
  'http://example.com',
  'https://example.com/a?b=1&c=2',
  'www.example.com',
  'someone@example.com',
  'mailto:someone@example.com',
  'xmpp:someone@example.com',
  '<https://example.com/>',
  '[here](javascript:alert(1))',
  '[here](data:text/html,a)',
  '~~here~~',
  '| a | b |',
  'a[^1]',
])('%s in a witness is text on the site, not a link', async (address) => {
  const line = `那天傍晚我在河邊走了很久，忽然想起你們的書店，說明寫在 ${address} 上，於是決定寫這封信。`;
  const edition = editionOf(`河邊的書店\n\n${line}\n\n後來我又去了一次，店裡的燈還亮著，門口的貓也還在。\n`);
  for (const language of languages) {
    const { blocks } = renderText(edition, language);
    expect(blocks.map(({ text }) => text).join('\n')).toContain(address);
    expect(blocks.map(({ html }) => html).join('\n')).not.toMatch(/<(?:a|del|table|sup)\b/);
  }
});

const story = '那天傍晚我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。';

test('lists, quotations, verse, code and tables are elements of their own, with the text the apparatus counts', async () => {
  const page = [
    '河邊的書店',
    story,
    '• 選盆\n• 澆水',
    '> 書店不在了，燈還亮著，貓也還在。',
    '春水漫過石階，\n夏風吹動門簾，\n秋月照在河上，\n冬雪蓋住屋簷。',
    'if (a < b) {\n    c();\n}',
    '名稱\t價格\n書\t12\n燈\t30',
    `說明在[這裡](https://example.com/a?b=1&c=2)，${story}`,
  ];
  const edition = editionOf(page.join('\n\n'));
  for (const language of languages) {
    const { blocks } = renderText(edition, language);
    const tags = blocks.map(({ html }) => /^<(\w+)/.exec(html)?.[1]);
    expect(tags).toEqual(['p', 'ul', 'blockquote', 'p', 'pre', 'pre', 'p']);
    const lengths = edition.apparatus.blocks.map(({ characters }) => characters);
    expect(blocks.map(({ text }) => [...text].length)).toEqual(lengths);
    expect(blocks[4]?.text).toBe('if (a < b) {\n    c();\n}');
    expect(blocks[6]?.html).toContain('<a href="https://example.com/a?b=1&#x26;c=2" rel="nofollow">');
  }
});
