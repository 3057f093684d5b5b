import { expect, test } from 'vitest';
import { apparatusSchema, frontMatterSchema, languages } from '../../src/edition/schema.ts';
import type { Edition } from '../../src/library/load-edition.ts';
import { renderText } from '../../src/markdown/render-text.ts';
import { restoreText } from '../support/restore-text.ts';

/** An edition of `text` as the site gets it from its files. */
function editionOf(text: string): Edition {
  const { apparatus, frontMatter, markdown } = restoreText(text);
  const files = languages.map((language) => {
    const body = markdown[language].replace(/^---\n[\s\S]*?\n---\n/, '');
    const checked = frontMatterSchema.parse(frontMatter[language]);
    return [language, { frontMatter: checked, markdown: markdown[language], body }];
  });
  return { slug: 'test', apparatus: apparatusSchema.parse(apparatus), texts: Object.fromEntries(files) };
}

test.each([
  'http://example.com',
  'https://example.com/a?b=1&c=2',
  'www.example.com',
  'someone@example.com',
  'mailto:someone@example.com',
  'xmpp:someone@example.com',
  '<https://example.com/>',
  '[here](https://example.com/)',
  '~~here~~',
  '| a | b |',
  'a[^1]',
])('%s in a witness is text on the site, not a link', async (address) => {
  const line = `那天傍晚我在河邊走了很久，忽然想起你們的書店，說明寫在 ${address} 上，於是決定寫這封信。`;
  const edition = editionOf(`河邊的書店\n\n${line}\n\n後來我又去了一次，店裡的燈還亮著，門口的貓也還在。\n`);
  for (const language of languages) {
    const { blocks } = await renderText(edition, language);
    expect(blocks.map(({ text }) => text).join('\n')).toContain(address);
    expect(blocks.map(({ html }) => html).join('\n')).not.toMatch(/<(?:a|del|table|sup)\b/);
  }
});
