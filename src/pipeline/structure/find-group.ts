/** Which lines belong together. */
import { findCode, findFence } from './code.ts';
import type { Group, GroupFinder, Lines } from './group.ts';
import { findList } from './list.ts';
import { findQuotation } from './quotation.ts';
import { findTable } from './table.ts';
import { findVerse } from './verse.ts';

/** Verbatim blocks first: what they hold is not looked into. */
const finders: readonly GroupFinder[] = [findFence, findCode, findTable, findQuotation, findList, findVerse];

/** The group that begins at the line `at`, or `undefined` when the line stands for itself. */
export function findGroup(page: Lines, at: number): Group | undefined {
  for (const find of finders) {
    const group = find(page, at);
    if (group !== undefined) return group;
  }
  return undefined;
}
