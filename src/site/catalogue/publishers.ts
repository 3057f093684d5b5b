import type { Language } from '../../contract/schema.ts';
import { sha256 } from '../../corpus/sha256.ts';
import type { Summary } from './summarize.ts';

/** Who published texts, with a name in each script and an address of its own. */
export interface Publisher {
  slug: string;
  name: Record<Language, string>;
  texts: Summary[];
}

const SHORT = 10;

/**
 * The publishers of all texts. Names that differ only in case, width or script are one publisher.
 *
 * Names come from witnesses and may hold anything, so an address is made of what is safe in a name and of a sum of the
 * whole of it: `HiShop` → `hishop-0a5b…`, `i天下網商` → `i-9c2d…`. Where two short sums are the same, both names get
 * the whole of theirs. An address depends on its own name, never on what else the collection holds but for that.
 */
export function publishersOf(
  summaries: readonly Summary[],
  sum: (text: string) => string = sha256,
): Publisher[] {
  const publishers = new Map<string, Omit<Publisher, 'slug'>>();
  for (const text of summaries) {
    const { publisher } = text.hans;
    if (publisher === undefined) continue;
    const key = publisherKey(publisher);
    const known = publishers.get(key);
    if (known) known.texts.push(text);
    else {
      const name = { 'zh-Hant': text.hant.publisher ?? publisher, 'zh-Hans': publisher };
      publishers.set(key, { name, texts: [text] });
    }
  }
  return [...publisherSlugs([...publishers.keys()], sum)].flatMap(([key, slug]) => {
    const publisher = publishers.get(key);
    return publisher ? [{ slug, ...publisher }] : [];
  });
}

/** What two spellings of one publisher have in common: `ＨｉＳｈｏｐ ` → `hishop`. */
export function publisherKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** An address for each key, no two the same. */
export function publisherSlugs(
  keys: readonly string[],
  sum: (text: string) => string = sha256,
): Map<string, string> {
  const short = Map.groupBy(keys, (key) => sum(key).slice(0, SHORT));
  return new Map(
    keys.map((key) => {
      const whole = sum(key);
      const isAlone = short.get(whole.slice(0, SHORT))?.length === 1;
      return [key, [asciiOf(key), isAlone ? whole.slice(0, SHORT) : whole].filter(Boolean).join('-')];
    }),
  );
}

function asciiOf(key: string): string {
  const words = key.match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 24).replace(/-$/, '');
}
