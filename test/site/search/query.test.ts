import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parseFold } from '../../../src/pipeline/text/fold.ts';
import { parseQuery } from '../../../src/site/search/query.ts';

const table = parseFold(await readFile(new URL('../../../src/data/fold.txt', import.meta.url), 'utf8'));

function read(source: string): [terms: string[], without: string[]] {
  const { terms, without } = parseQuery(source, table);
  const write = ({ text, isWhole }: { text: string; isWhole: boolean }) => (isWhole ? `[${text}]` : text);
  return [terms.map(write), without.map(write)];
}

it.each([
  ['社會化 電商', ['社会化', '电商'], []],
  ['  社會化　電商 ', ['社会化', '电商'], []],
  ['"social CRM"', ['[social crm]'], []],
  ['“社會化 電商”', ['[社会化 电商]'], []],
  ['＂社會化＂', ['[社会化]'], []],
  ['"not closed', ['[not closed]'], []],
  ['電商 -微博', ['电商'], ['微博']],
  ['電商 －"social CRM"', ['电商'], ['[social crm]']],
  ['2012-03-04', ['2012-03-04'], []],
  ['- 電商', ['电商'], []],
  ['ＣＲＭ crm', ['crm'], []],
  ['「禮」', ['"礼"'], []],
  ["don't", ['don"t'], []],
  ['……！', [], []],
])('reads %s', (source, terms, without) => {
  expect(read(source)).toEqual([terms, without]);
});

it('keeps a part as it was typed', () => {
  expect(parseQuery('-"社會化 CRM"', table).without[0]?.source).toBe('"社會化 CRM"');
});
