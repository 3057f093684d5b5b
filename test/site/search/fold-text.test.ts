import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFold } from '../../../src/pipeline/text/fold.ts';
import { packFold, unpackFold } from '../../../src/site/search/fold/pack-fold.ts';
import { foldText } from '../../../src/site/search/fold-text.ts';

const table = parseFold(await readFile(new URL('../../../src/data/fold.txt', import.meta.url), 'utf8'));

it('folds script, width and case', () => {
  expect(foldText('社會化電商，ＣＲＭ　隨著', table)).toBe('社会化电商,crm 随着');
});

it('takes Latin letters without their marks, as they are typed', () => {
  expect(foldText('Guó lǜ café Øre ß', table)).toBe('guo lu cafe øre ß');
});

it('folds quotation marks, which differ between the scripts', () => {
  expect(foldText('「一」『二』“三”‘四’＂五＂', table)).toBe('"一""二""三""四""五"');
});

it('folds 账户 and 帳戶, which convert makes of it, to the same', () => {
  expect(foldText('账户', table)).toBe(foldText('帳戶', table));
});

it('keeps the length of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text, table).length === text.length),
  );
}, 30_000);

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = foldText(text, table);
      expect(foldText(once, table)).toBe(once);
    }),
  );
});

it('comes to the browser whole', () => {
  expect(unpackFold(packFold(table))).toEqual(table);
  expect(packFold(table)).toMatch(/^[#-~]+$/);
});
