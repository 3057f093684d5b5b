import { describe, expect, it } from 'vitest';
import { citeBibtex, citeGbt } from '../../src/edition/citation.ts';
import { completeBibtex, completeGbt } from '../../src/site/browser/reading/complete-citation.ts';
import { differences } from '../../src/site/browser/reading/differences.ts';
import { quoteMarkdown } from '../../src/site/browser/reading/quote-markdown.ts';
import { sentencesOf } from '../../src/site/browser/reading/sentences.ts';
import { renderWitness } from '../../src/site/render/render-witness.ts';
import { restoreText } from '../support/restore-text.ts';

const address = 'https://zhengben.example/texts/letter/';
const letter = {
  title: '致馬化騰先生的一封信（一）',
  author: '葉開',
  publisher: 'i天下網商',
  date: '2012-08-31',
  slug: 'letter',
  lang: 'zh-Hant' as const,
  address,
};
const access = { from: address, to: `${address}#p7`, day: '2026-11-22' };

describe('a citation by GB/T 7714', () => {
  it('names author, title, publisher, year, day and address', () => {
    expect(citeGbt(letter)).toBe(
      `葉開. 致馬化騰先生的一封信（一）[EB/OL]. i天下網商, 2012(2012-08-31). ${address}`,
    );
  });

  it('leaves out what is not known', () => {
    const { title, slug, lang } = letter;
    expect(citeGbt({ title, slug, lang, address })).toBe(`${title}[EB/OL]. ${address}`);
    expect(citeGbt({ title, slug, lang, address, date: '2012' })).toBe(`${title}[EB/OL]. (2012). ${address}`);
    expect(citeGbt({ title, slug, lang, address, publisher: 'HiShop' })).toBe(
      `${title}[EB/OL]. HiShop. ${address}`,
    );
  });

  it('gets the paragraph and the day of access from the reader', () => {
    expect(completeGbt(citeGbt(letter), access)).toBe(
      `葉開. 致馬化騰先生的一封信（一）[EB/OL]. i天下網商, 2012(2012-08-31)[2026-11-22]. ${address}#p7`,
    );
  });
});

describe('a citation for BibTeX', () => {
  it('escapes what means something to TeX', () => {
    const entry = citeBibtex({ ...letter, title: 'R&D 100% {一}' });
    expect(entry).toContain('title = {{R\\&D 100\\% \\{一\\}}}');
    expect(entry).toMatch(/^@online\{letter,\n/);
  });

  it('gets the paragraph and the day of access from the reader', () => {
    expect(completeBibtex(citeBibtex(letter), access)).toContain(
      `url = {${address}#p7},\n  urldate = {2026-11-22}`,
    );
  });
});

describe('sentences', () => {
  it('end after their closing marks', () => {
    expect(sentencesOf('“您好！”來信收到。謝')).toEqual([
      [0, 5],
      [5, 10],
      [10, 11],
    ]);
  });

  it('have the same numbers in both scripts', () => {
    const [hant, hans] = ['對話是甚麼？是消息……對嗎', '对话是什么？是消息……对吗'];
    expect(sentencesOf(hant)).toEqual(sentencesOf(hans));
  });

  it('are none where there is nothing', () => {
    expect(sentencesOf('')).toEqual([]);
  });
});

describe('differences', () => {
  it('are runs of characters, past such as take two units', () => {
    expect(differences('𠮷對話很好', '𠮷对话很好')).toEqual([
      [
        [2, 4],
        [2, 4],
      ],
    ]);
    expect(differences('甲', '甲')).toEqual([]);
  });
});

describe('a quotation in Markdown', () => {
  it('lets nothing in the text become markup', () => {
    expect(quoteMarkdown('# 一 *二*\n1. <b>', '題', address)).toBe(
      `> \\# 一 \\*二\\*\n> 1\\. \\<b\\>\n>\n> ——[題](${address})\n`,
    );
  });
});

describe('the witness as received', () => {
  it('never shows the words of a withheld removal, whatever other record lies in them', () => {
    const text = '正文一句，說的是電子商務(wù)。\n垃圾垃圾垃圾\n正文又一句。';
    const { apparatus } = restoreText(text);
    const start = [...text].indexOf('垃');
    const place = { block: 'p1', start: 0, end: 0 };
    const removal = {
      id: 'r1',
      start,
      end: start + 6,
      kind: 'spam',
      rule: 'x',
      reason: 'x',
      characters: 6,
      place,
    };
    const crux = {
      id: 'c1',
      start: start - 1,
      end: start + 2,
      sic: '\n垃圾',
      reason: 'x',
      alternatives: [],
      place,
    };
    const [at, end] = [[...text].indexOf('('), [...text].indexOf(')') + 1];
    const gloss = {
      id: 'e1',
      start: at,
      end,
      sic: '(wù)',
      corr: '',
      kind: 'gloss',
      cert: 'high',
      evidence: {},
      place,
    };
    const html = renderWitness(
      text,
      {
        ...apparatus,
        emendations: [gloss as never],
        removals: [removal as never],
        cruces: [crux],
        normalisations: [],
      },
      { href: (id) => `#${id}`, withheld: ({ characters }) => `⸺ ${characters}` },
    );
    expect(html).not.toContain('垃');
    expect(html).toContain('<a id="r1" class="caesura" href="#r1">⸺ 6</a>');
    expect(html).toContain('<u id="e1">(wù)</u>');
  });

  it('writes what cannot be seen as code points', () => {
    const { apparatus } = restoreText('好。');
    const none = { ...apparatus, emendations: [], cruces: [], removals: [], normalisations: [] };
    expect(renderWitness('好\u0005\n\t。', none, { href: String, withheld: String })).toBe(
      '好<small>⟨U+0005⟩</small>\n\t。',
    );
  });
});
