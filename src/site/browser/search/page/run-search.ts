import { table } from '../../../search/fold/browser-fold.ts';
import { foldText } from '../../../search/fold-text.ts';
import type { Sounded } from '../../../search/pinyin/pinyin.ts';
import { parseQuery, type Query } from '../../../search/query.ts';
import { searchTexts } from '../../../search/search-texts.ts';
import { suggest } from '../../../search/suggest.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { findRecords } from './find-records.ts';
import { isOffline } from './is-offline.ts';
import { closeLibrary, openLibrary, type SiteLibrary } from './open-library.ts';
import { quoted } from './quoted.ts';
import { clear, type Regions } from './regions.ts';
import { renderFinding } from './render-finding.ts';
import { renderRecords } from './render-records.ts';
import { scriptsOf } from './scripts-of.ts';
import { searchKept } from './search-kept.ts';
import type { SearchState } from './search-state.ts';
import { showFacets } from './show-facets.ts';
import { type Listing, showListing } from './show-listing.ts';
import { showSuggestions } from './show-suggestions.ts';

/** A longer query, in UTF-16 units, or one of more terms is a mistake. */
const LONGEST = 1000;
const MOST_TERMS = 20;

/** Looks for what the page asks for and fills its regions. Never fails: what goes wrong is said on the page. */
export async function runSearch(state: SearchState, regions: Regions): Promise<void> {
  const word = searchWordingIn(regions.language);
  const query = parseQuery(state.query.slice(0, LONGEST), table);
  const problem = problemOf(state, query);
  if (problem) {
    clear(regions);
    if (state.query !== '') regions.status.textContent = word(problem, { n: LONGEST, terms: MOST_TERMS });
    return;
  }
  if (await isOffline()) return searchKept({ state, query, regions, reason: 'offline' });
  try {
    await search({ state, query, regions, library: await openLibrary() });
  } catch (error) {
    console.error(error);
    closeLibrary();
    await searchKept({ state, query, regions, reason: 'failed' });
  }
}

/** Why a query is not looked for. */
function problemOf({ query: { length } }: SearchState, { terms, without }: Query) {
  if (length > LONGEST || terms.length + without.length > MOST_TERMS) return 'tooLong';
  if (terms.length > 0) return undefined;
  return without.length > 0 ? 'onlyWithout' : 'marksOnly';
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
    state.scope === 'text' ? library.pinyin.spelt(state.query).catch(nameless) : [],
  ]);
  if (listing.count > 0) {
    if (await show(listing, work)) showSuggestions({ sounded, nearest: [] }, state, regions);
    else await showNothing(work);
  } else if (sounded.length > 0) await showSounded(sounded, work);
  else await showNothing(work);
}

/** Names by their sound are an addition: where they cannot be had, the search goes on without. */
function nameless(error: unknown): Sounded[] {
  console.error(error);
  return [];
}

/** What was spelt by its sound, under the name that is likeliest. */
async function showSounded(sounded: Sounded[], work: Work): Promise<void> {
  const column = work.regions.language === 'zh-Hant' ? 0 : 1;
  for (const name of sounded) {
    const query = parseQuery(name[column], table);
    const listing = await listingOf({ ...work, query }, name[column]);
    if (listing.count === 0 || !(await show(listing, work))) continue;
    const others = sounded.filter((other) => other !== name);
    showSuggestions({ sounded: others, nearest: [] }, work.state, work.regions);
    return;
  }
  await showNothing(work);
}

async function showNothing(work: Work): Promise<void> {
  const { state, query, regions, library } = work;
  const word = searchWordingIn(regions.language);
  const isNarrowed = Object.keys(state.filters).length > 0;
  const isWord = state.scope === 'text' && !isNarrowed;
  const countTexts = async (other: Query) => (await listingOf({ ...work, query: other }, '')).count;
  const [nearest, sounded] = await Promise.all([
    isNarrowed ? [] : suggest(query, { table, countTexts }),
    isWord ? library.pinyin.alike(foldText(state.query, table)).catch(nameless) : [],
  ]);
  clear(regions);
  regions.facets.hidden = !isNarrowed;
  regions.status.textContent = word(isNarrowed ? 'noneFiltered' : 'none', { q: quoted(state.query) });
  showSuggestions({ sounded, nearest, wider: isNarrowed }, state, regions);
}

/** Shows a listing, unless no text has what is asked for after all. */
async function show(listing: Listing, { state, regions }: Work): Promise<boolean> {
  const isShown = await showListing(listing, regions);
  if (isShown) showFacets(listing, state.filters, regions);
  return isShown;
}

/** Texts or records, whichever the reader looks for, ready to be shown. */
async function listingOf({ state, query, regions, library }: Work, source: string): Promise<Listing> {
  const scripts = scriptsOf(source, regions);
  const { scope, filters, order } = state;
  const how = { language: scripts.language, filters, order };
  if (scope === 'text') {
    const found = await searchTexts(query, { ...how, scope }, library);
    const next = async (limit: number) =>
      (await found.next(limit)).map((finding) => renderFinding(finding, scripts));
    return { ...found, source, next };
  }
  const found = await findRecords(query, { ...how, scope }, library);
  const next = async (limit: number) =>
    (await found.next(limit)).map((finding) => renderRecords(finding, scripts));
  return { ...found, source, next };
}
