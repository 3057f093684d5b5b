/** `fold.txt`. */
import { type Table, version } from './table.ts';

const opencc = new URL('./dict/', import.meta.resolve('opencc-js/core'));

async function dictionary(name: string): Promise<[string, string][]> {
  const { default: pairs } = (await import(new URL(`${name}.js`, opencc).href)) as { default: string };
  return pairs.split('|').map((pair) => pair.split(' ') as [string, string]);
}

/** Every Traditional or regional form and the Simplified form it folds to, both in the BMP. */
export async function foldPairs(): Promise<Map<string, string>> {
  const simplified = new Map(await dictionary('TSCharacters'));
  const fold = new Map(simplified);
  for (const name of ['TWVariantsRev', 'HKVariantsRev', 'CJK_Compatibility_Ideographs']) {
    for (const [form, standard] of await dictionary(name)) {
      const target = simplified.get(standard) ?? standard;
      if (!fold.has(form) && !fold.has(target)) fold.set(form, target);
    }
  }
  fold.set('著', '着'); // one word in two spellings; OpenCC settles it by phrases
  fold.delete('么'); // Simplified 什么, not Traditional 幺
  for (const [form, target] of fold) {
    if (form === target || form.length !== 1 || target.length !== 1) fold.delete(form);
  }
  for (const [form, target] of fold) {
    let end = target;
    for (let i = 0; i < 4 && fold.has(end); i++) end = fold.get(end) ?? end;
    if (end === form) fold.delete(form);
    else fold.set(form, end);
  }
  return new Map([...fold].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The pairs of {@link foldPairs}. */
export function foldTable(fold: ReadonlyMap<string, string>): Table {
  return {
    name: 'fold.txt',
    header: [
      'Traditional and regional forms, each with the Simplified form it folds to, whatever the context.',
      'For comparing and searching, never for writing. Length is kept: one BMP character for another.',
      `Source: OpenCC's character tables, as opencc-js ${version('opencc-js')} has them (Apache-2.0). Made by scripts/build-data.ts.`,
    ],
    rows: [...fold].map((pair) => pair.join('\t')),
  };
}
