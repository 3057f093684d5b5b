import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import type { Mark } from '../../../src/edition/marks.ts';
import { blockText } from '../../../src/site/render/block-text.ts';
import { markBlock } from '../../../src/site/render/mark-block.ts';

const options = { href: (id: string) => `#${id}`, suffix: '' };

function marked(children: Element['children'], ...marks: Mark[]): { html: string; text: string } {
  const block: Element = { type: 'element', tagName: 'p', properties: {}, children };
  markBlock(block, marks, options);
  return { html: toHtml(block), text: blockText(block) };
}

it('puts a link round an emendation and leaves the text as it is', () => {
  const { html, text } = marked([{ type: 'text', value: '因為在crm領域' }], {
    ids: ['e1'],
    start: 1,
    end: 3,
    look: 'high',
  });
  expect(html).toBe('<p>因<a id="e1" href="#e1" data-mark="high">為在</a>crm領域</p>');
  expect(text).toBe('因為在crm領域');
});

it('counts code points, not UTF-16 units: U+20BB7 is one', () => {
  const { html } = marked([{ type: 'text', value: '𠮷野家' }], {
    ids: ['e1'],
    start: 1,
    end: 2,
    look: 'low',
  });
  expect(html).toContain('𠮷<a id="e1" href="#e1" data-mark="low">野</a>家');
});

it('carries a mark across elements, with one id', () => {
  const em: Element = {
    type: 'element',
    tagName: 'em',
    properties: {},
    children: [{ type: 'text', value: '為' }],
  };
  const { html, text } = marked([{ type: 'text', value: '因' }, em, { type: 'text', value: '在' }], {
    ids: ['e1', 'e2'],
    start: 0,
    end: 3,
    look: 'medium',
  });
  expect(html.match(/id="e1"/g)).toHaveLength(1);
  expect(html).toContain('<span id="e2"></span>');
  expect(text).toBe('因為在');
});
