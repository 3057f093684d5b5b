/** Editions made up for tests: with every kind of block and record, and with text that means harm to what it is put into. */
import type { Apparatus, Language } from '../../src/contract/schema.ts';
import type { StoredEdition } from '../../src/edition/load-edition.ts';

/** What breaks out of HTML, XML, JSON in a page, CDATA; what XML cannot hold; halves of surrogate pairs. */
export const HOSTILE =
  '</script><!-- <b>]]>&amp;"\'\u0000\u0005\u001f\ud842 \udfb7\ufffe𠮷\u2028</title>{{}}`$';

const sha256 = 'ab'.repeat(32);

/** The Markdown body of {@link makeEdition}: a heading, and a block of every kind. */
const body = `前言。

## 一、河邊

河邊的[書店](https://example.org/a?b=1&c=2)與[別處](javascript:alert)。

- 其一
- 其二

3. 三
4. 四

> 引文一
>
> 引文二

床前明月光\\
疑是地上霜

\`\`\`js
if (a < b && c) {

  run("]]>");
}
\`\`\`

\`\`\`table
甲 | 乙
丙 | 丁
\`\`\`
`;

const kinds = [
  'paragraph',
  'heading',
  'paragraph',
  'list',
  'list',
  'quotation',
  'verse',
  'code',
  'table',
] as const;

/** An edition with every kind of block and record. `words` stand in its title, metadata and records. */
export function makeEdition(words = '河邊的書店'): StoredEdition {
  const frontMatter = (lang: Language) => ({
    title: words,
    author: words,
    publisher: words,
    date: '2012-03-04',
    description: words,
    titleSource: 'stated' as const,
    lang,
    slug: 'river',
    characters: 100,
  });
  const markdown = `---\n---\n${body}`;
  return {
    slug: 'river',
    apparatus: makeApparatus(words),
    frontMatter: { 'zh-Hant': frontMatter('zh-Hant'), 'zh-Hans': frontMatter('zh-Hans') },
    markdown: { 'zh-Hant': markdown, 'zh-Hans': markdown },
  };
}

function makeApparatus(words: string): Apparatus {
  const at = (block: string, start: number, end: number) => ({ block, start, end });
  const span = { start: 0, end: 0 };
  return {
    version: 1,
    slug: 'river',
    witness: { siglum: 'w', sha256, bytes: 1, characters: 1, encoding: 'gbk', origin: words },
    script: 'hant',
    standard: 's2tw',
    blocks: kinds.map((kind, index) => ({
      id: kind === 'heading' ? 'h1' : `p${index > 1 ? index : index + 1}`,
      kind,
      ...(kind === 'heading' && { depth: 3 }),
      characters: 1,
    })),
    emendations: [
      {
        id: 'e1',
        ...span,
        sic: words,
        corr: '書',
        kind: 'torn-gloss',
        cert: 'high',
        evidence: {},
        place: at('title', 0, 1),
      },
      {
        id: 'e2',
        ...span,
        sic: words,
        corr: '書店',
        kind: 'torn-mark',
        cert: 'low',
        evidence: {},
        alternatives: [words],
        place: at('p2', 3, 5),
      },
      {
        id: 'e3',
        ...span,
        sic: '(yī)',
        corr: '',
        kind: 'gloss',
        cert: 'high',
        evidence: {},
        place: at('p3', 2, 2),
      },
      {
        id: 'e4',
        ...span,
        sic: '甲',
        corr: '甲',
        kind: 'mojibake',
        cert: 'medium',
        evidence: {},
        place: at('p8', 0, 6),
      },
      {
        id: 'e5',
        ...span,
        sic: '(三)',
        corr: '',
        kind: 'control',
        cert: 'high',
        evidence: {},
        place: at('p4', 3, 3),
      },
    ],
    cruces: [
      { id: 'c1', ...span, sic: words, reason: words, alternatives: [words, '一'], place: at('p6', 0, 2) },
      { id: 'c2', ...span, sic: '霜', reason: words, alternatives: [], place: at('p6', 10, 11) },
    ],
    removals: [
      {
        id: 'r1',
        ...span,
        kind: 'furniture',
        rule: 'x',
        reason: words,
        characters: 9,
        sic: words,
        place: at('p1', 0, 0),
      },
      {
        id: 'r2',
        ...span,
        kind: 'link-farm',
        rule: 'x',
        reason: 'x',
        characters: 4,
        sic: '不該在此',
        place: at('p1', 0, 0),
      },
    ],
    doubts: [],
    normalisations: [],
  };
}
