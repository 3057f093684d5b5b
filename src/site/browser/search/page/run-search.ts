import { table } from '../../../search/fold/browser-fold.ts';
import { foldText } from '../../../search/fold-text.ts';
import type { Sounded } from '../../../search/pinyin/pinyin.ts';
import { parseQuery, type Query } from '../../../search/query.ts';
import { queryLanguage } from '../../../search/query-language.ts';
import { searchTexts } from '../../../search/search-texts.ts';
import { suggest } from '../../../search/suggest.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { findRecords } from './find-records.ts';
import { openLibrary, type SiteLibrary } from './open-library.ts';
import { clear, type Regions } from './regions.ts';
import { renderFinding, type Scripts } from './render-finding.ts';
import { renderRecords } from './render-records.ts';
import type { SearchState } from './search-state.ts';
import { showFacets } from './show-facets.ts';
import { type Listing, showListing } from './show-listing.ts';
import { showSuggestions } from './show-suggestions.ts';

/** Looks for what the page asks for and fills its regions. Never fails: what goes wrong is said on the page. */
export async function runSearch(state: SearchState, regions: Regions): Promise<void> {
  const word = searchWordingIn(regions.language);
  const query = parseQuery(state.query, table);
  if (query.terms.length === 0) {
    clear(regions);
    const message = query.without.length > 0 ? 'onlyWithout' : 'marksOnly';
    if (state.query !== '') regions.status.textContent = word(message);
    return;
  }
  try {
    await search({ state, query, regions, library: await openLibrary() });
  } catch (error) {
    console.error(error);
    clear(regions);
    regions.status.textContent = word('failed');
  }
}

interface Work {
  state: SearchState;
  query: Query;
  regions: Regions;
  library: SiteLibrary;
}

async function search(work: Work): Promise<void> {
  const { state, regions, library } = work;
  const [listing, sounded] = await Promise.all([
    listingOf(work, state.query),
    state.scope === 'text' ? library.pinyin.spelt(state.query) : [],
  ]);
  if (listing.count > 0) {
    await show(listing, work);
    showSuggestions({ sounded, nearest: [] }, state, regions);
  } else if (sounded.length > 0) await showSounded(sounded, work);
  else await showNothing(work);
}

/** What was spelt by its sound, under the name that is likeliest. */
async function showSounded(sounded: Sounded[], work: Work): Promise<void> {
  const column = work.regions.language === 'zh-Hant' ? 0 : 1;
  for (const name of sounded) {
    const query = parseQuery(name[column], table);
    const listing = await listingOf({ ...work, query }, name[column]);
    if (listing.count === 0) continue;
    await show(listing, work);
    const others = sounded.filter((other) => other !== name);
    showSuggestions({ sounded: others, nearest: [] }, work.state, work.regions);
    return;
  }
  await showNothing(work);
}

async function showNothing({ state, query, regions, library }: Work): Promise<void> {
  const word = searchWordingIn(regions.language);
  const isNarrowed = Object.keys(state.filters).length > 0;
  const index = state.scope === 'text' ? library.index : (await library.records()).index[state.scope];
  const isWord = state.scope === 'text' && !isNarrowed;
  const [nearest, sounded] = await Promise.all([
    isNarrowed ? [] : suggest(query, { index, table }),
    isWord ? library.pinyin.alike(foldText(state.query, table)) : [],
  ]);
  clear(regions);
  regions.facets.hidden = !isNarrowed;
  regions.status.textContent = word(isNarrowed ? 'noneFiltered' : 'none', { q: state.query });
  showSuggestions({ sounded, nearest, wider: isNarrowed }, state, regions);
}

async function show(listing: Listing, { state, regions }: Work): Promise<void> {
  await showListing(listing, regions);
  await showFacets(listing, state.filters, regions);
}

/** Texts or records, whichever the reader looks for, ready to be shown. */
async function listingOf({ state, query, regions, library }: Work, source: string): Promise<Listing> {
  const interfaceLanguage = regions.language;
  const language = queryLanguage(source, table, interfaceLanguage);
  const scripts: Scripts = { language, interfaceLanguage };
  const how = { language, filters: state.filters };
  if (state.scope === 'text') {
    const found = await searchTexts(query, how, library);
    const next = async (limit: number) =>
      (await found.next(limit)).map((finding) => renderFinding(finding, scripts));
    return { ...found, source, next };
  }
  const found = await findRecords(query, { ...how, scope: state.scope }, library);
  const next = async (limit: number) =>
    (await found.next(limit)).map((finding) => renderRecords(finding, scripts));
  return { ...found, source, next };
}
