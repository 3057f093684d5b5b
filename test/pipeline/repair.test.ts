import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend, type Edit, read, replay } from '../../src/pipeline/reading.ts';
import { repair } from '../../src/pipeline/repair/repair.ts';
import { fold } from '../../src/pipeline/text/fold.ts';
import { differences, errors } from '../channel/align.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { fixturesOf } from '../support/fixtures.ts';
import { found } from '../support/found.ts';
import { seeded } from '../support/random.ts';
import { checkDocument, checkRepair } from '../support/repair-properties.ts';
import { rules } from '../support/rules.ts';

const PATIENCE = 120_000;
const repaired = (text: string) => repair(read(text), rules.repair);
const fixtures = fixturesOf('repair');
const by = (verdict: string) => fixtures.filter(({ about }) => about.verdict === verdict);
/** What must hold of the repair of any text. */
const checkRecords = (text: string) => checkRepair(text, repaired);
const forms = careless(rules.repair);
const ownTexts = by('repaired').map(({ read: file }) => file('expected.txt'));

describe('repair', () => {
  test.each(by('repaired'))('$name: $about.comment', ({ read: file }) => {
    expect(repaired(file('input.txt')).text).toBe(file('expected.txt'));
  });

  test.each(by('sound'))('$name is sound: $about.comment', ({ read: file }) => {
    const reading = repaired(file('input.txt'));
    expect(reading.edits).toEqual([]);
    expect(reading.text).toBe(file('input.txt'));
  });

  test.each(by('known failure'))('$name still fails: $about.comment', ({ read: file }) => {
    expect(repaired(file('input.txt')).text).not.toBe(file('expected.txt'));
  });

  test.each(fixtures)('$name: the records hold', ({ read: file }) => checkRecords(file('input.txt')));

  test('the records hold on made-up mirrors of every kind', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed);
      const site = makeSite(forms, rules.repair, random);
      checkRecords(
        damage(
          convertCarelessly(found(ownTexts[seed % ownTexts.length], 'a text of our own'), forms),
          site,
          rules.repair,
        ),
      );
    }
  });

  test('what made-up mirrors damage comes back, but for what is lost', { timeout: PATIENCE }, () => {
    let [wrong, byRegex] = [0, 0];
    const comparable = (text: string) =>
      fold(text, rules.repair.fold).replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
    for (let seed = 100; seed < 140; seed++) {
      const original = convertCarelessly(found(ownTexts[seed % ownTexts.length], 'a text of our own'), forms);
      const damaged = damage(original, makeSite(forms, rules.repair, seeded(seed)), rules.repair);
      const truth = comparable(original);
      wrong += errors(differences(truth, comparable(repaired(damaged).text)));
      byRegex += errors(differences(truth, comparable(damaged.replace(/\([a-zà-ǜ]{1,6} ?\)/g, ''))));
    }
    expect(byRegex).toBeGreaterThan(500);
    expect(wrong).toBeLessThan(byRegex / 40); // a floor: it may rise
  });

  test(
    'any text: no throw, and the records hold',
    () => {
      const scrap = fc.constantFrom(
        ...[
          '(wù)',
          '?yàn)',
          '務',
          '電',
          '?',
          '！',
          '？；',
          '\u0006',
          '€',
          '\ue499',
          '樵赾',
          '(',
          ')',
          '（',
          '，',
          ',',
          '\n',
        ],
        ...[
          '(bao)(bao)',
          '😀',
          '\ud800',
          '\u0000',
          '&nbsp;',
          '#xff0c;',
          'strong>',
          '刽漂，',
          '這個',
          '發(fā)?!',
        ],
      );
      const text = fc
        .array(fc.oneof({ weight: 4, arbitrary: scrap }, fc.string({ unit: 'binary' })))
        .map((parts) => parts.join(''));
      fc.assert(fc.property(text, checkRecords), { numRuns: 2000 });
    },
    PATIENCE,
  );

  test.each([
    ['a reference that a control byte hid', '城\0&nbsp;\u0005城市里的自行車(chē)\n\n過(guò)'],
    ['a search that ends between the halves of 𐀀', '城?；?𐀀𐀀城市,我們的城市變(biàn)得越?juàn)?lái)'],
  ])('the records hold: %s', (_, text) => {
    checkDocument(new TextEncoder().encode(text), rules.repair);
  });

  test.each([
    ['brackets', '('.repeat(1e5)],
    ['question marks', '?'.repeat(1e5)],
    ['open glosses', '字(zì'.repeat(2e4)],
    ['marks', `網(wǎng)絡(luò)，這個(gè)${'發(fā)?!'.repeat(3000)}`],
  ])('a page of nothing but %s comes to an end', (_, text) => checkRecords(text), PATIENCE);
});

describe('amend', () => {
  const note = { type: 'normalisation', kind: 'blank' } as const;
  const editsOf = (text: string) =>
    fc.array(fc.tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 3 }))).map((spans) => {
      const edits: Edit[] = [];
      for (const [start, length, corr] of spans.sort(([a], [b]) => a - b)) {
        const end = Math.min(text.length, start + length);
        if (start >= (edits.at(-1)?.end ?? 0) && (length > 0 || corr !== ''))
          edits.push({ start, end, corr, note });
      }
      return edits;
    });

  test('edits over edits lead from the witness to the text', () => {
    const chain = fc.string({ maxLength: 30 }).chain((text) =>
      editsOf(text).chain((first) => {
        const once = amend(read(text), first);
        return editsOf(once.text).map((second) => [once, second] as const);
      }),
    );
    fc.assert(
      fc.property(chain, ([once, second]) => {
        const twice = amend(once, second);
        expect(twice.text).toBe(replay(once.text, second));
        expect(replay(twice.witness, twice.edits)).toBe(twice.text);
      }),
      { numRuns: 3000 },
    );
  });

  test('edits that overlap are refused', () => {
    const edits = [
      { start: 0, end: 2, corr: '', note },
      { start: 1, end: 3, corr: '', note },
    ];
    expect(() => amend(read('電子商務'), edits)).toThrow('overlaps');
  });
});
