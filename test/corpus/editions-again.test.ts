/** Building again what is in part the same: by what is remembered, and from nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildEditions, buildEditionsInThreads } from '../../src/corpus/editions/build-editions.ts';
import { restoreInThreads } from '../../src/corpus/editions/restore-in-threads.ts';
import { restoreWitness } from '../../src/corpus/editions/restore-witness.ts';
import { readWitness } from '../../src/corpus/read-witness.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { found } from '../support/found.ts';
import { pick, seeded } from '../support/random.ts';
import { rules } from '../support/rules.ts';
import { addWitness, article, at, useWitnesses } from '../support/witness-folder.ts';

useWitnesses();

const read = (name: string) => readFileSync(new URL(`../texts/${name}.txt`, import.meta.url), 'utf8');
const [bicycle, bookshop] = [read('bicycle'), read('bookshop')];
const forms = careless(rules.repair);

/** `text` as a mirror serves it that was made up from `seed`. */
function mirror(text: string, seed: number): string {
  return damage(
    convertCarelessly(text, forms),
    makeSite(forms, rules.repair, seeded(seed), 40),
    rules.repair,
  );
}

/** Texts of which several are one, or much like one. */
const texts = [
  article,
  bicycle,
  mirror(bicycle, 7),
  mirror(bicycle, 8),
  bookshop,
  mirror(bookshop, 9),
  `${bicycle.trim()}\n\n${bookshop.trim().split('\n').at(-1)}\n`,
  '隨意打賞\n', // nothing of an article
];
const sigla = ['a', 'b', 'c', 'd', 'e', 'f'];

const build = (editions: string, version?: string) =>
  buildEditions(rules, { witnesses: at('witnesses'), editions, ...(version && { version }) });

/** All files of published editions; what is left of others is reported and left alone. */
function filesOf(editions: string, slugs: Iterable<string>): Record<string, string> {
  const paths = [...slugs].flatMap((slug) =>
    readdirSync(join(editions, slug)).map((name) => `${slug}/${name}`),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(editions, path), 'utf8')]));
}

type Change = (siglum: string, text: string) => void;

const changes: Readonly<Record<string, Change>> = {
  put: (siglum, text) => {
    rmSync(at('witnesses', siglum), { recursive: true, force: true });
    addWitness(siglum, text);
  },
  remove: (siglum) => rmSync(at('witnesses', siglum), { recursive: true, force: true }),
  rename: (siglum) => {
    const other = `${siglum}-x`;
    const [from, to] = existsSync(at('witnesses', siglum)) ? [siglum, other] : [other, siglum];
    if (existsSync(at('witnesses', from)) && !existsSync(at('witnesses', to)))
      renameSync(at('witnesses', from), at('witnesses', to));
  },
  editEdition: (siglum) => {
    mkdirSync(at('editions', siglum), { recursive: true });
    writeFileSync(at('editions', siglum, 'zh-Hans.md'), '一');
  },
  removeEdition: (siglum) => rmSync(at('editions', siglum), { recursive: true, force: true }),
  loseMemory: (siglum) => rmSync(at('editions', siglum === 'a' ? '.restored.json' : 'none'), { force: true }),
};

test.each([1, 2, 3])(
  'gives what building from nothing gives, whatever has changed (%i)',
  { timeout: 120_000 },
  (seed) => {
    const random = seeded(seed);
    const any = <T>(list: readonly T[]): T => pick(list, random);
    for (const siglum of sigla) addWitness(siglum, any(texts));
    for (let round = 0; round < 8; round++) {
      const again = build(at('editions'), 'a');
      rmSync(at('anew'), { recursive: true, force: true });
      const anew = build(at('anew'));
      expect(again.problems).toEqual(anew.problems);
      expect(again.notes).toEqual(anew.notes);
      expect([...again.outcomes.keys()]).toEqual([...anew.outcomes.keys()]);
      expect(filesOf(at('editions'), again.outcomes.keys())).toEqual(
        filesOf(at('anew'), anew.outcomes.keys()),
      );
      for (let n = 0; n < 2; n++) any(Object.values(changes))(any(sigla), any(texts));
    }
  },
);

test('restores nothing of a group that is as it was', () => {
  addWitness('a', bicycle);
  addWitness('b', mirror(bicycle, 7));
  const { notes } = build(at('editions'), 'a');
  expect(notes).toHaveLength(1);
  const without = buildEditions({} as typeof rules, {
    witnesses: at('witnesses'),
    editions: at('editions'),
    version: 'a',
  });
  expect(without).toEqual({ outcomes: new Map([['a', 'unchanged']]), problems: [], notes, orphans: [] });
});

test('gives the same in threads as in one', { timeout: 60_000 }, async () => {
  for (const [index, siglum] of sigla.entries()) addWitness(siglum, found(texts.at(-1 - index), 'text'));
  const witnesses = sigla.map((siglum) => readWitness(at('witnesses'), siglum));
  const folders = { witnesses: at('witnesses'), editions: at('editions'), check: true };
  const made = await restoreInThreads(witnesses, folders, 1);
  expect(made.get('a')).toEqual({ problem: expect.stringMatching(/^Witness “a” has nothing of an article/) });
  for (const witness of witnesses)
    expect(made.get(witness.siglum)).toEqual(restoreWitness(witness, rules, folders));
  expect(await restoreInThreads(witnesses, folders)).toEqual(new Map());
});

test('puts in place what threads have made', { timeout: 120_000 }, async () => {
  const many = Array.from({ length: 301 }, (_, n) => `text-${n}`);
  for (const [n, siglum] of many.entries()) addWitness(siglum, n === 300 ? bicycle : article);
  addWitness('text-301', mirror(bicycle, 7));
  const editions = at('editions');
  const { outcomes, problems } = await buildEditionsInThreads(rules, {
    witnesses: at('witnesses'),
    editions,
  });
  const anew = build(at('anew'));
  expect(problems).toEqual(anew.problems);
  expect([...outcomes.keys()]).toEqual([...anew.outcomes.keys()]);
  expect(filesOf(editions, outcomes.keys())).toEqual(filesOf(at('anew'), anew.outcomes.keys()));
  expect(readdirSync(editions).filter((name) => name.startsWith('.'))).toEqual([]);
});
