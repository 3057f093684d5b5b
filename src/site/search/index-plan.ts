import type { PinyinPlan } from './pinyin/pinyin-names.ts';

/** Folder of the index in the built site. */
export const INDEX_FOLDER = 'search-index/';
/** The one file of the index that keeps its name from build to build. */
export const INDEX_PLAN = 'index.json';

/** Where things are in the index. Its files lie in a folder named after what they hold, so none is ever out of date. */
export interface IndexPlan {
  folder: string;
  /** Are the two scripts of each block the same when folded? Then the index counts every place once. */
  isAligned: boolean;
  pinyin: PinyinPlan;
}
