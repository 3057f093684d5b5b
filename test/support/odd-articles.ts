/** Texts on which an index of words would stumble. */
import type { Article } from './made-articles.ts';

type Blocks = Array<[id: string, text: string]>;

/** What occurrences that touch or overlap are made of; every made-up article of the test gets it. */
export const REPEATING = '人人人人，看一看一看，社会化会化社会，哈哈哈哈哈 ababa aaaa、看一看又看一看。';

/** Some whose scripts fold to the same, and some whose scripts do not. */
export function oddArticles(): { alike: Article[]; differing: Article[] } {
  const list = Array.from({ length: 40 }, (_, n) => `第${n}卷之甲乙丙丁`).join('、');
  const word = 'pneumonoultramicroscopicsilicovolcanoconiosis';
  return {
    alike: [
      alike('without-a-date', { title: '無題', blocks: [['p1', '沒有日期，也沒有作者。']] }),
      alike('of-a-year', { title: '只有年', date: '2012', blocks: [['p1', '只知道年。']] }),
      alike('of-a-month', { title: '只有月', date: '2012-11', blocks: [['p1', '只知道月。']] }),
      alike('of-a-long-title', { title: list, date: '2001-02-03', blocks: [['h1', list]] }),
      alike('of-marks-and-blanks', {
        title: 'Ｗｅｂ 2.0：「社會化」',
        date: '2012-11-30',
        blocks: [
          ['p1', `C++、café，don’t；${word}，e-mail@example.com 100%……《書》——完`],
          ['p2', '👍好😀😀𠮷野家，ｶﾅ ﾊﾝｸﾞﾙ 한국어 Ελλάδα'],
          ['p3', '乙'],
          ['p4', ''],
          ['p5', 'x'.repeat(300)],
        ],
      }),
    ],
    differing: [
      scripts('of-two-words', '软件的信息', '軟體的資訊'),
      scripts('of-two-lengths', '㛿字之后的软件', '𡠹字之後的軟體'),
    ],
  };
}

function alike(slug: string, text: { title: string; date?: string; blocks: Blocks }): Article {
  return { slug, 'zh-Hant': text, 'zh-Hans': text };
}

/** The scripts fold to different words. */
function scripts(slug: string, hans: string, hant: string): Article {
  const text = (words: string) => ({ title: '兩體', date: '1999-01-01', blocks: [['p1', words]] as Blocks });
  return { slug, 'zh-Hant': text(hant), 'zh-Hans': text(hans) };
}
