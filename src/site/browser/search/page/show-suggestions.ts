import { pageAddress } from '../../../addresses/addresses.ts';
import type { Sounded } from '../../../search/pinyin/pinyin.ts';
import type { Suggestion } from '../../../search/suggest.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { element } from './element.ts';
import type { Regions } from './regions.ts';
import { type SearchState, writeState } from './search-state.ts';

/** What the reader may have meant. */
interface Suggestions {
  /** Names that sound as what was typed. */
  sounded: readonly Sounded[];
  /** Queries that do find something. */
  nearest: readonly Suggestion[];
  /** Offer the same query without its filters. */
  wider?: boolean;
}

/** Lists other queries as links. */
export function showSuggestions(
  { sounded, nearest, wider = false }: Suggestions,
  state: SearchState,
  { suggestions, language }: Regions,
): void {
  const word = searchWordingIn(language);
  const column = language === 'zh-Hant' ? 0 : 1;
  const link = (query: string, text = query, filters = state.filters) =>
    element('a', { href: pageAddress(language, 'search/') + writeState({ ...state, query, filters }) }, [
      text,
    ]);
  const names = sounded.map((name) => link(name[column]));
  const queries = nearest.map(({ query, count }) =>
    link(query, word('valueCount', { value: query, n: count }), {}),
  );
  suggestions.replaceChildren(
    ...line(word('pinyin'), names),
    ...line(word('nearest'), queries),
    ...line('', wider ? [link(state.query, word('clearFilters'), {})] : []),
  );
}

function line(label: string, links: HTMLAnchorElement[]): HTMLElement[] {
  if (links.length === 0) return [];
  return [element('p', {}, [...(label ? [element('span', {}, [label])] : []), ...links])];
}
