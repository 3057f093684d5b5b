/** What texts for fuzzing are made of: scraps of damage, own texts, made-up mirrors' pages. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chains } from '../../src/pipeline/repair/mojibake/steps.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { type Losses, misread } from '../channel/misread.ts';
import { found } from '../support/found.ts';
import { seeded } from '../support/random.ts';
import { rules } from '../support/rules.ts';

const folder = fileURLToPath(new URL('../texts/', import.meta.url));

/** The project's own texts. */
export const texts = globSync('*.txt', { cwd: folder })
  .sort()
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'));

/** Kinds of scrap; a mixture draws from all of them. */
export const scraps: Readonly<Record<string, readonly string[]>> = {
  glosses: [
    ...[
      '(wù)',
      '(wǎng)',
      '(luò )',
      '(chuàng)',
      '?yàn)',
      '?guó)',
      '??nèi)',
      '(bao)(bao)',
      '(zhuāng',
      '(y',
      '(',
      ')',
    ],
    ...[
      '務(wù)',
      '網(wǎng)絡(luò)',
      '這個(gè)',
      '發(fā)?!',
      '因?yàn)樵赾rm',
      '閺埿↓埾壬',
      '嗄阿(a)',
      '(lve)',
    ],
  ],
  questions: ['?', '??', '???', '? ', '\n? ?', '?；', '?;', '?!', '？', '?strong>', '?/p>', '?br />'],
  controls: [
    '\u0005',
    '\u0006\u0007',
    '\u0008',
    '\u0001',
    '\0',
    '\u007f',
    '\u0085',
    '\u009d',
    '\u00a0',
    '\ufeff',
  ],
  marks: [
    '，',
    '。',
    '、',
    '；',
    '！',
    '：',
    '……',
    '——',
    '“',
    '”',
    '（',
    '）',
    '》',
    ',',
    '!',
    ';',
    ':',
    '.',
    '\n',
    '\r\n',
  ],
  references: [
    ...[
      '&nbsp;',
      '&amp;nbsp;',
      '&#20013;',
      '&#x4e2d;',
      '#xff0c;',
      '#12290;',
      'nbsp;',
      '&amp;#x4e2d;',
      '&#xd800;',
    ],
    ...['&#0;', '&#128;', '&lt;p&gt;', '&#1114112;', '&#x1f600;', '&', '#', ';', '&amp;amp;lt;', '&#38;#38;'],
  ],
  markup: ['<b>', '</b>', '</p>', '<a href="', 'strong>', '<br>', '`', '<!--', '"', 'https://a.cn/?b=c'],
  mojibake: [
    ...'鍥犱负|鎴愬姛锛|?|涓嶈|å¯†ç|é‚®ç®±|Ã¦Âµâ€¹|ÖÐ¹ú|×ð¾´|¤¤¤å|»y¨¥|ÂõΩ|扂蠅洷咡|癸莱穦|ㄛ|锟斤拷|烫烫烫|屯屯|\ufffd'.split(
      '|',
    ),
  ],
  strangers: [
    '€',
    '\ue499',
    '\ue000',
    '\ue765',
    '\uf8ff',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    '😀',
    '𠮷',
    '刽漂，',
    'é',
    'ü',
  ],
  words: [
    '我們',
    '电子商务',
    '後來',
    '后来',
    '於是',
    '于是',
    '裡面',
    '什么',
    '著',
    '着',
    '中国',
    '國',
    'crm',
    'A',
    '1',
    ' ',
    '\u3000',
  ],
};

const forms = careless(rules.repair);

/** How many made-up sites there are. */
export const SITES = 60;
const sites = new Map<number, ReturnType<typeof makeSite>>();

/** `text` as the site of that number would have it: 商務 → 商務(wù). */
export function mirrorPage(text: string, site: number): string {
  const made = sites.get(site) ?? makeSite(forms, rules.repair, seeded(site));
  sites.set(site, made);
  const random = seeded(text.length + site);
  return damage(convertCarelessly(text, forms), { ...made, random }, rules.repair);
}

/** How many ways there are in which a text can have been misread. */
export const CHAINS = chains.length;

/** `text` misread in the way of that number: 因为 → 鍥犱负. */
export function misreadPage(text: string, chain: number, losses: Losses): string {
  const { steps } = found(chains[chain], `chain ${chain}`);
  return steps.toReversed().reduce((part, step) => misread(part, step, losses), text);
}
