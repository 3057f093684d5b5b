/** Text cut at the records about it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate, cutLines } from '../../src/edition/cut-lines.ts';
import { blockText, type TextRun } from '../../src/edition/text-blocks.ts';

const textOf = (lines: ReadonlyArray<readonly TextRun[]>) =>
  blockText({ id: 'p1', kind: 'paragraph', lines });
const shown = (lines: ReadonlyArray<readonly TextRun[]>, ...spans: Array<{ start: number; end: number }>) =>
  cutLines(lines, spans).map((pieces) =>
    pieces.map(({ text, span, isFirst }) => (span ? `${isFirst ? '[' : '('}${text}]` : text)).join(''),
  );

describe('lines', () => {
  test('are cut where spans begin and end, in code points', () => {
    expect(shown([[{ text: '𠮷野家' }]], { start: 1, end: 2 })).toEqual(['𠮷[野]家']);
  });

  test('show what is gone at the end of a line there, and not where the next begins', () => {
    expect(shown([[{ text: '一' }], [{ text: '二' }]], { start: 1, end: 1 })).toEqual(['一[]', '二']);
    expect(shown([[{ text: '一' }, { text: '二' }]], { start: 1, end: 1 })).toEqual(['一[]二']);
    expect(shown([[], [{ text: '二' }]], { start: 0, end: 0 })).toEqual(['[]', '二']);
  });

  test('carry a span over their ends, and over links', () => {
    const lines = [[{ text: '一' }, { text: '二', url: 'https://example.org' }], [{ text: '三四' }]];
    expect(shown(lines, { start: 0, end: 4 })).toEqual(['[一](二]', '(三]四']);
  });

  test('keep their text, and show every span once as first, whatever the spans', () => {
    const run = fc
      .string({ unit: 'grapheme', maxLength: 6 })
      .map((text) => ({ text: text.replace(/\n/g, '') }));
    const lines = fc.array(fc.array(run, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lines, fc.array(fc.nat(12), { maxLength: 8 }), (given, steps) => {
        const length = [...textOf(given)].length;
        let at = 0;
        const spans = steps.flatMap((step, index) => {
          const start = at + (step % 3);
          at = start + 1 + (index % 3);
          return at <= length ? [{ start, end: at }] : [];
        });
        const cut = cutLines(given, spans);
        expect(textOf(cut)).toBe(textOf(given));
        const firsts = cut.flat().flatMap(({ span, isFirst }) => (span && isFirst ? [span] : []));
        expect(firsts).toEqual(spans);
      }),
    );
  });
});

test('a record that begins before a link leaves the link whole', () => {
  const lines = [[{ text: '一' }, { text: '二三', url: 'https://example.org' }]];
  const place = { block: 'p1', start: 0, end: 2 };
  const record = { id: 'c1', start: 0, end: 2, sic: '一二', reason: 'Lost.', alternatives: [], place };
  expect(annotate({ id: 'p1', kind: 'paragraph', lines }, [record])).toEqual([
    [
      { text: '一', record },
      { text: '二三', url: 'https://example.org' },
    ],
  ]);
});
