import { table } from '../../../search/fold/browser-fold.ts';
import type { Query } from '../../../search/query.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { type KeptText, keptTexts } from './kept-texts.ts';
import { quoted } from './quoted.ts';
import { clear, type Regions } from './regions.ts';
import { renderFinding } from './render-finding.ts';
import { scriptsOf } from './scripts-of.ts';
import { searchKeptTexts } from './search-kept-texts.ts';
import type { SearchState } from './search-state.ts';
import { showListing } from './show-listing.ts';

/** Why only the kept texts are searched: there is no network, or the index or a text cannot be had. */
type Reason = 'offline' | 'failed';

interface KeptSearch {
  state: SearchState;
  query: Query;
  regions: Regions;
  reason: Reason;
}

/** What is said with findings, without any text to search, and of a search that these texts cannot answer. */
const phrases = {
  offline: { notice: 'kept', noText: 'keptNone', otherScope: 'onlyOnline' },
  failed: { notice: 'keptFailed', noText: 'failed', otherScope: 'failed' },
} as const;

/**
 * Searches the texts that the browser has kept, says so, and leads to the pages that it has kept of them. The index is not
 * asked, not even where all of it has been kept: it names texts that could be neither shown nor opened.
 */
export async function searchKept({ state, query, regions, reason }: KeptSearch): Promise<void> {
  const word = searchWordingIn(regions.language);
  const { notice, noText, otherScope } = phrases[reason];
  const scripts = scriptsOf(state.query, regions);
  const texts = state.scope === 'text' ? await keptTexts(scripts.language).catch(reportNone) : reportNone();
  const isNarrowed = Object.keys(state.filters).length > 0;
  clear(regions);
  regions.facets.hidden = !isNarrowed;
  if (texts.size === 0) {
    regions.status.textContent = word(state.scope === 'text' ? noText : otherScope);
    return;
  }
  const found = searchKeptTexts(query, texts, { ...state, table });
  const said = word(notice, { n: texts.size });
  if (found.count === 0) {
    const none = word(isNarrowed ? 'noneFiltered' : 'keptWithout', { q: quoted(state.query) });
    regions.status.textContent = said + none;
    return;
  }
  const next = async (limit: number) =>
    (await found.next(limit)).map(({ language, page, ...finding }) =>
      renderFinding(finding, { ...scripts, language }, page),
    );
  await showListing({ ...found, source: state.query, notice: said, next }, regions);
}

/** Some browsers let a page keep nothing, and refuse even to say so. */
function reportNone(error?: unknown): Map<string, KeptText> {
  if (error !== undefined) console.error(error);
  return new Map();
}
