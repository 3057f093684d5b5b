import { concordance } from './concordance/concordance.ts';
import { INDEX_PLAN, type IndexPlan } from './index-plan.ts';
import { loadOnce } from './load-once.ts';
import { type Pinyin, pinyin } from './pinyin/pinyin.ts';
import { openRecords, type Records } from './records/open-records.ts';
import { type Register, register } from './register/register.ts';
import type { SearchIndex } from './search-index.ts';

/** The index of a built site, as the search page uses it. */
export interface OpenIndex {
  index: SearchIndex;
  records: () => Promise<Records>;
  register: Register;
  pinyin: Pinyin;
}

/** Opens the index in `folder` (an address ending in a slash). The plan is asked for anew; the rest never changes. */
export async function openIndex(folder: string): Promise<OpenIndex> {
  const response = await fetch(folder + INDEX_PLAN, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${folder}${INDEX_PLAN}: ${response.status}`);
  const plan = (await response.json()) as IndexPlan;
  const root = folder + plan.folder;
  return {
    index: concordance(`${root}text/`, plan.text),
    records: loadOnce(() => openRecords(root)),
    register: register(root),
    pinyin: pinyin(root, plan.pinyin),
  };
}
