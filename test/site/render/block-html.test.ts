import { expect, it } from 'vitest';
import type { Mark } from '../../../src/edition/block-records.ts';
import type { TextBlock } from '../../../src/edition/text-blocks.ts';
import { toBlockHtml } from '../../../src/site/render/block-html.ts';

const options = { href: (id: string) => `#${id}`, suffix: '', language: 'zh-Hant' as const };

function marked(lines: TextBlock['lines'], ...marks: Mark[]): { html: string; text: string } {
  const html = toBlockHtml({ id: 'p1', kind: 'paragraph', lines }, { ...options, marks });
  return { html: html.replace(' lang="zh-Hant"', ''), text: html.replace(/<[^>]*>/g, '') };
}

it('puts a link round an emendation and leaves the text as it is', () => {
  const { html, text } = marked([[{ text: '因為在crm領域' }]], {
    ids: ['e1'],
    start: 1,
    end: 3,
    look: 'high',
  });
  expect(html).toBe('<p>因<a id="e1" href="#e1" data-mark="high">為在</a>crm領域</p>');
  expect(text).toBe('因為在crm領域');
});

it('counts code points, not UTF-16 units: U+20BB7 is one', () => {
  const { html } = marked([[{ text: '𠮷野家' }]], {
    ids: ['e1'],
    start: 1,
    end: 2,
    look: 'low',
  });
  expect(html).toContain('𠮷<a id="e1" href="#e1" data-mark="low">野</a>家');
});

it('carries a mark across elements, with one id', () => {
  const link = { text: '為', url: 'https://example.org' };
  const { html, text } = marked([[{ text: '因' }, link, { text: '在' }]], {
    ids: ['e1', 'e2'],
    start: 0,
    end: 3,
    look: 'medium',
  });
  expect(html.match(/id="e1"/g)).toHaveLength(1);
  expect(html.match(/data-mark/g)).toHaveLength(3);
  expect(html).toContain('<span id="e2"></span>');
  expect(text).toBe('因為在');
});

it('writes an address as Markdown does', () => {
  const url = 'https://example.org/書?a=1&b=%20[]"';
  const { html } = marked([[{ text: '書店', url }]]);
  expect(html).toBe(
    '<p><a href="https://example.org/%E6%9B%B8?a=1&#x26;b=%20%5B%5D%22" rel="nofollow">書店</a></p>',
  );
});
