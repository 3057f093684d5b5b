import { fetchInTime } from './fetch-in-time.ts';
import { INDEX_PLAN, type IndexPlan } from './index-plan.ts';
import { PagefindIndex } from './pagefind/pagefind-index.ts';
import { type Pinyin, pinyin } from './pinyin/pinyin.ts';

/** The index of a built site, as the search page uses it. */
export interface OpenIndex {
  index: PagefindIndex;
  isAligned: boolean;
  pinyin: Pinyin;
}

/** Opens the index in `folder` (an address ending in a slash). The plan is asked for anew; the rest never changes. */
export async function openIndex(folder: string): Promise<OpenIndex> {
  const response = await fetchInTime(folder + INDEX_PLAN, { cache: 'no-cache' });
  const plan = (await response.json()) as IndexPlan;
  const root = folder + plan.folder;
  return {
    index: new PagefindIndex(`${root}pagefind/`),
    isAligned: plan.isAligned,
    pinyin: pinyin(root, plan.pinyin),
  };
}
