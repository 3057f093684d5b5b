import type { Language } from '../../contract/schema.ts';
import type { FoldTable } from '../../pipeline/text/fold.ts';

const targetsOf = new WeakMap<FoldTable, Set<number>>();

/**
 * The script a reader types: Traditional when the query has a Traditional form, Simplified when it has one that
 * others fold to, and `fallback` when nothing in it tells.
 */
export function queryLanguage(query: string, table: FoldTable, fallback: Language): Language {
  const units = Array.from(query, (character) => character.charCodeAt(0));
  if (units.some((unit) => table[unit] !== unit)) return 'zh-Hant';
  const targets = simplifiedForms(table);
  return units.some((unit) => targets.has(unit)) ? 'zh-Hans' : fallback;
}

function simplifiedForms(table: FoldTable): Set<number> {
  const known = targetsOf.get(table);
  if (known) return known;
  const targets = new Set<number>();
  for (const [unit, target] of table.entries()) if (unit !== target) targets.add(target);
  targetsOf.set(table, targets);
  return targets;
}
