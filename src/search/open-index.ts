import { concordance } from './concordance/concordance.ts';
import { INDEX_PLAN, type IndexPlan } from './index-plan.ts';
import { type Pinyin, pinyin } from './pinyin/pinyin.ts';
import { type Register, register } from './register/register.ts';
import type { SearchIndex } from './search-index.ts';

/** The index of a built site, as the search page uses it. */
export interface OpenIndex {
  index: SearchIndex;
  /** What was restored, and what the witnesses had instead. */
  records: Record<'corr' | 'sic', SearchIndex>;
  register: Register;
  pinyin: Pinyin;
}

/** Opens the index in `folder` (an address ending in a slash). The plan is asked for anew; the rest never changes. */
export async function openIndex(folder: string): Promise<OpenIndex> {
  const response = await fetch(folder + INDEX_PLAN, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${folder}${INDEX_PLAN}: ${response.status}`);
  const plan = (await response.json()) as IndexPlan;
  const root = folder + plan.folder;
  const open = (part: 'text' | 'corr' | 'sic') => concordance(`${root}${part}/`, plan[part]);
  return {
    index: open('text'),
    records: { corr: open('corr'), sic: open('sic') },
    register: register(root),
    pinyin: pinyin(root, plan.pinyin),
  };
}
