import type { Language } from '../../contract/schema.ts';
import type { FoldTable } from '../../pipeline/text/fold.ts';
import type { Facet, FacetCount } from './facets.ts';
import { type BlockHits, findHits } from './find-hits.ts';
import type { Found } from './pagefind/found.ts';
import type { Answer, PagefindIndex, Wanted } from './pagefind/pagefind-index.ts';
import type { Query } from './query.ts';
import { rankOf, type SearchText } from './searched-blocks.ts';

/** A text that has what is asked for, and where. */
export interface Finding {
  /** Its name in the index. */
  id: string;
  slug: string;
  text: SearchText;
  /** Headings first, then what has most of the words. */
  blocks: BlockHits[];
}

/** What a search needs of the world around it. */
export interface Library {
  index: PagefindIndex;
  /** Does the index count every place once? */
  isAligned: boolean;
  table: FoldTable;
  /** Fetches what is searched of a text: its words, or those of its emendations. */
  text: (slug: string, language: Language) => Promise<SearchText>;
}

/** What to look for, where, and the script to read it in. */
export interface SearchOptions extends Wanted {
  language: Language;
}

/** A search under way: how much it found, and the findings, a few at a time. */
export interface Search {
  /** Texts. */
  count: number;
  /** Too many texts to read them through: there are at most so many. */
  isAtMost: boolean;
  /** Places; 0 when it would take reading all texts. */
  hits: number;
  /** The values of a facet among what the other filters leave. */
  facet: (facet: Facet) => Promise<FacetCount[]>;
  /** All texts by name, without reading them. */
  slugs: () => Promise<string[]>;
  /** So many of the texts that the index names have not been looked at by `next`. */
  left: () => number;
  /** The next texts that do have what is asked for; what the index names in vain is left out. Reads a hundred texts at most. */
  next: (limit: number) => Promise<Finding[]>;
}

/** So many texts are read through at once where the index alone is not certain. */
const MOST_READ = 100;
const FEW = 10;

/** The other script. */
export const opposite: Record<Language, Language> = { 'zh-Hans': 'zh-Hant', 'zh-Hant': 'zh-Hans' };

/** Begins a search for a query of at least one term. */
export async function searchTexts(query: Query, options: SearchOptions, library: Library): Promise<Search> {
  const reader = new Reader(query, options.language, library);
  const named = await library.index.find(query, options);
  const { found, isAtMost, hits } = await reader.confirm(named);
  let at = 0;
  return {
    count: found.length,
    isAtMost,
    hits,
    facet: async (facet) => {
      const { [facet]: own, ...filters } = options.filters;
      const all = own === undefined ? named : await library.index.find(query, { ...options, filters });
      const kept = own === undefined ? found : (await reader.confirm(all)).found;
      const ids = new Set(kept.map(({ id }) => id));
      return library.index.countFacet(facet, ids, { phrase: all.narrowest, filters });
    },
    slugs: () => Promise.all(found.map(({ slug }) => slug())),
    left: () => found.length - at,
    next: async (limit) => {
      const findings: Finding[] = [];
      const end = Math.min(found.length, at + MOST_READ);
      while (findings.length < limit && at < end) {
        const batch = found.slice(at, Math.min(end, at + limit - findings.length));
        const read = await reader.readAll(batch);
        at += batch.length;
        findings.push(...read.filter(({ blocks }) => blocks.length > 0));
      }
      return findings;
    },
  };
}

/** Reads texts and tests them against the query; each once. */
class Reader {
  readonly #query: Query;
  readonly #language: Language;
  readonly #library: Library;
  readonly #findings = new Map<string, Promise<Finding>>();

  constructor(query: Query, language: Language, library: Library) {
    this.#query = query;
    this.#language = language;
    this.#library = library;
  }

  /** One that cannot be had is left out; fails when none can. */
  async readAll(found: readonly Found[]): Promise<Finding[]> {
    const read = await Promise.allSettled(found.map((one) => this.#read(one)));
    const findings = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const failure = read.find((one) => one.status === 'rejected');
    if (failure && findings.length === 0) throw failure.reason;
    if (failure) console.error(failure.reason);
    return findings;
  }

  /** Leaves of what the index names the texts that have what is asked for, and counts the places. */
  async confirm({
    found,
    isCertain,
    isCounted,
  }: Answer): Promise<{ found: Found[] } & Pick<Search, 'isAtMost' | 'hits'>> {
    const mustRead = !isCertain || found.length <= FEW;
    if (!mustRead || found.length > MOST_READ) {
      const counts = isCertain && isCounted && this.#library.isAligned;
      return {
        found,
        isAtMost: !isCertain,
        hits: counts ? found.reduce((sum, { hits }) => sum + hits, 0) : 0,
      };
    }
    const findings = (await this.readAll(found)).filter(({ blocks }) => blocks.length > 0);
    const having = new Set(findings.map(({ id }) => id));
    const hits = findings.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + block.hits.length, 0);
    return { found: found.filter(({ id }) => having.has(id)), isAtMost: false, hits };
  }

  #read(found: Found): Promise<Finding> {
    const reading = this.#findings.get(found.id) ?? this.#examine(found);
    this.#findings.set(found.id, reading);
    reading.catch(() => this.#findings.delete(found.id));
    return reading;
  }

  /**
   * Should the reader's script leave a character apart that the other has, the other is looked at, too; for what must not occur
   * always.
   */
  async #examine({ id, slug: nameOf }: Found): Promise<Finding> {
    const { table, text: fetchText } = this.#library;
    const slug = await nameOf();
    const text = await fetchText(slug, this.#language);
    let blocks = findHits(text, this.#query, { table });
    if (blocks.length === 0 || this.#query.without.length > 0) {
      const other = await fetchText(slug, opposite[this.#language]);
      const inEither = findHits(text, this.#query, { table, other });
      if (blocks.length === 0 || inEither.length === 0) blocks = inEither;
    }
    return { id, slug, text, blocks: byPlace(blocks) };
  }
}

/** Headings first, then what has most of the words. */
export function byPlace(blocks: readonly BlockHits[]): BlockHits[] {
  return blocks.toSorted((a, b) => rankOf(a.id) - rankOf(b.id) || b.terms - a.terms);
}
