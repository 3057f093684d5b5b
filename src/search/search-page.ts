import foldSource from '../data/fold.txt?raw';
import type { Language } from '../edition/schema.ts';
import { address, textAddresses } from '../library/addresses.ts';
import { type Wording, wordingIn } from '../messages/phrases.ts';
import { parseFold } from '../pipeline/words/fold.ts';
import { termsOf } from './find-hits.ts';
import { pagefindIndex } from './pagefind-index.ts';
import { queryLanguage } from './query-language.ts';
import { renderFinding } from './render-finding.ts';
import { type Finding, type Library, type Search, searchTexts } from './search-texts.ts';

const BATCH = 10;
const PAUSE = 150;

const library: Library = {
  index: pagefindIndex(address('pagefind/')),
  table: parseFold(foldSource),
  text: async (slug, language) => (await fetch(textAddresses(slug).plainText(language))).json(),
};

/** The regions of the page that a search fills. */
interface Regions {
  field: HTMLInputElement;
  status: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
}

/** Brings the search page to life: searches while the reader types and keeps the query in the address. */
export function searchPage(form: HTMLFormElement, regions: Regions): void {
  const { field } = regions;
  const interfaceLanguage = document.documentElement.lang as Language;
  let running = 0;
  const run = async () => {
    const mine = ++running;
    await show(field.value.trim(), interfaceLanguage, regions, () => mine === running);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keepInAddress(field.value.trim(), 'pushState');
    void run();
  });
  field.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    pause(() => {
      keepInAddress(field.value.trim(), 'replaceState');
      void run();
    });
  });
  field.addEventListener('compositionend', () => field.dispatchEvent(new Event('input')));
  const restore = () => {
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    void run();
  };
  addEventListener('popstate', restore);
  restore();
}

let timer: ReturnType<typeof setTimeout> | undefined;

function pause(then: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(then, PAUSE);
}

function keepInAddress(query: string, how: 'pushState' | 'replaceState'): void {
  history[how](null, '', query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
}

async function show(query: string, interfaceLanguage: Language, regions: Regions, isCurrent: () => boolean) {
  const { status } = regions;
  const word = wordingIn(interfaceLanguage);
  const terms = termsOf(query, library.table);
  if (terms.length === 0) {
    clear(regions);
    if (query !== '') status.textContent = word('searchMarksOnly');
    return;
  }
  const language = queryLanguage(query, library.table, interfaceLanguage);
  try {
    const search = await searchTexts(terms, language, library);
    if (isCurrent()) await showFindings(search, query, { language, interfaceLanguage, regions, isCurrent });
  } catch (error) {
    console.error(error);
    if (isCurrent()) status.textContent = word('searchFailed');
  }
}

interface Listing {
  /** Script the findings are read in. */
  language: Language;
  interfaceLanguage: Language;
  regions: Regions;
  isCurrent: () => boolean;
}

async function showFindings(search: Search, query: string, listing: Listing): Promise<void> {
  const { regions, isCurrent, language, interfaceLanguage } = listing;
  const findings = await search.next(BATCH);
  if (!isCurrent()) return;
  clear(regions);
  regions.list.append(...findings.map((finding) => renderFinding(finding, language)));
  regions.status.textContent = summary(findings, search.count, query, wordingIn(interfaceLanguage));
  offerMore(search, search.count - BATCH, listing);
}

/** How much was found; hits are counted only when all texts have been looked at. */
function summary(findings: readonly Finding[], count: number, query: string, word: Wording): string {
  if (count > BATCH) return word('searchFound', { q: query, n: count });
  if (findings.length === 0) return word('searchNone', { q: query });
  const hits = findings.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + block.hits.length, 0);
  return word('searchFoundHits', { q: query, n: findings.length, hits });
}

function offerMore(search: Search, left: number, listing: Listing): void {
  const { list, more } = listing.regions;
  more.hidden = left <= 0;
  more.textContent = wordingIn(listing.interfaceLanguage)('searchMore', { n: Math.min(left, BATCH) });
  more.onclick = async () => {
    const findings = await search.next(BATCH);
    list.append(...findings.map((finding) => renderFinding(finding, listing.language)));
    offerMore(search, left - BATCH, listing);
  };
}

function clear({ status, list, more }: Regions): void {
  status.textContent = '';
  list.replaceChildren();
  more.hidden = true;
}
