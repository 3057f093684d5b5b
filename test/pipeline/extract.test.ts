/** Pages in HTML, and what of them is taken for their text. */
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/pipeline/extract/clean-html.ts';
import { AUTHOR_LABEL } from '../../src/pipeline/extract/constants.ts';
import { extract } from '../../src/pipeline/extract/extract.ts';
import { htmlToText } from '../../src/pipeline/extract/html-text.ts';
import { restore } from '../../src/pipeline/index.ts';
import { readMetaLine } from '../../src/pipeline/page/meta-line.ts';
import { rules } from '../support/rules.ts';

const sentence = '那天傍晚，我們在河邊散步，天色漸漸暗了，燈還亮著，後來他說不知道，風也停了。';
const article = `<p>${sentence.repeat(3)}</p><p>${sentence.repeat(4)}</p>`;
const frame = (body: string, head = '') => `<html><head>${head}</head><body>${body}</body></html>`;

const extracted = (text: string, file?: string) =>
  extract({ text, encoding: 'utf-8', hasBom: false, raw: [] }, file);
const textOf = (html: string) => extracted(html, 'a.html').reading.text;

describe('extract', () => {
  test.each([
    ['a page by its name', '一', 'a.html', true],
    ['a page that was packed', '一', 'A.XHTML.GZ', true],
    ['a page by its beginning', '\ufeff <!-- 一 --> <!DOCTYPE html>一', 'a', true],
    ['a page whose beginning says nothing', '<p>一</p>', 'a', false],
    ['a text that is said to be one', '<html>一</html>', 'a.md', false],
    ['a text without a name', '<html>一</html>', undefined, false],
  ])('tells %s', (_, text, file, isPage) => {
    const { reading, extraction } = extracted(text, file);
    expect(extraction).toBe(isPage ? 'page' : undefined);
    if (!isPage) expect(reading.text).toBe(text);
  });

  test('takes the article, with title, author and date before it', () => {
    const head =
      '<title>河邊_柳下網</title><meta property="article:published_time" content="2012-03-04T08:00">';
    const body = `<h1>河邊的 書店</h1><div class="byline">葉開</div><nav>首頁 新聞</nav><div>${article}</div>`;
    expect(extracted(frame(body, head), 'a.html').extraction).toBe('article');
    const [title, author, date, blank, ...text] = textOf(frame(body, head)).split('\n');
    expect([title, author, date, blank]).toEqual(['河邊的 書店', '作者：葉開', '2012-03-04', '']);
    expect(text).toEqual([sentence.repeat(3), '', sentence.repeat(4)]);
  });

  test('believes <title> where two headings could be the title', () => {
    const page = frame(`<h1>一</h1><h1>二</h1><div>${article}</div>`, '<title>河邊的書店</title>');
    expect(textOf(page)).toMatch(/^河邊的書店\n/);
  });

  test('the label it writes is one that is read', () => {
    expect(readMetaLine(`${AUTHOR_LABEL}葉開`, rules.page)).toMatchObject({ author: '葉開' });
  });

  test('takes all of a page on which Readability fails, and says so in the apparatus', () => {
    const page = `<html><body></body><div>${article}</div></html>`;
    const bytes = new TextEncoder().encode(page);
    const witness = {
      siglum: 'a',
      slug: 'a',
      sha256: 'a'.repeat(64),
      origin: 'A test',
      bytes,
      file: 'a.html',
    };
    const { apparatus } = restore(witness, rules);
    expect(apparatus.witness.extraction).toBe('page');
    expect(apparatus.doubts).toEqual([
      {
        start: 0,
        end: 0,
        rule: 'extraction',
        reason: expect.stringMatching(/^The article could not be told .* Readability failed \(.+\)\.$/),
        place: { block: 'p1', start: 0, end: 0 },
      },
    ]);
    expect(extracted(page, 'a.html').reading.text).toBe(htmlToText(page));
  });
});

describe('cleanHtml', () => {
  test('keeps text and blocks, and of attributes those that tell an article', () => {
    const html =
      '<div class="a" onclick="b"><b>一&lt;二</b><script>三</script><a href="/"><a>四</a></a></div>';
    expect(cleanHtml(html)).toEqual({
      html: '<div class="a">一&lt;二<a href="/">四</a></div>',
      size: expect.any(Number),
      headings: [],
    });
  });

  test.each([
    ['<div>'.repeat(401), 'has elements more than 400 deep'],
    ['<b>'.repeat(20_001), 'has elements more than 20000 deep'],
    [`<p title="${'a'.repeat(2e6)}">`, 'has 2 million characters in an attribute (title)'],
  ])('refuses what no article has', (html, sentence) => {
    expect(() => cleanHtml(html)).toThrow(sentence);
  });

  test('an image may be written out', () => {
    expect(cleanHtml(`<img src="data:${'a'.repeat(2e6)}">`).html).toBe('<img>');
  });
});

test.each([
  ['<p>一<br>二<p>三', '一\n二\n\n三'],
  ['<ul><li>一<li>二</ul>', '一\n二'],
  ['<tr><td>一</td><td>二</td></tr>', '一\t二'],
  ['<pre>一\n  二</pre>', '一\n  二'],
  ['一<span hidden>二</span><i style="Display : none">三</i>四', '一四'],
  ['<title>一</title>二 \n 三', '二 三'],
])('%s is read as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
