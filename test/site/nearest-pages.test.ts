import { expect, test } from 'vitest';
import { nearestPages } from '../../src/site/browser/not-found/nearest-pages.ts';

const pages = [
  '',
  'method/',
  'guide/command-line/',
  'texts/letter-to-ma-huateng/',
  'texts/river-letter/',
].map((path) => ({
  path,
  title: path,
}));

test.each([
  ['/methods/', 'method/'],
  ['texts/leter-to-ma-huateng/zh-hant/', 'texts/letter-to-ma-huateng/'],
  ['texts/Letter-To-Ma-Huateng.html', 'texts/letter-to-ma-huateng/'],
  ['texts/letter-to-ma', 'texts/letter-to-ma-huateng/'],
  ['zh-hans/guide/comand-line', 'guide/command-line/'],
  ['river-letter.md', 'texts/river-letter/'],
])('%s is near %s', (wanted, found) => {
  expect(nearestPages(wanted, pages)[0]?.path).toBe(found);
});

test.each(['', '/', 'wp-login.php', 'texts/', '正本'])('%j is near nothing', (wanted) => {
  expect(nearestPages(wanted, pages)).toEqual([]);
});
