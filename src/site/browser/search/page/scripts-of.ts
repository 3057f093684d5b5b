import { table } from '../../../search/fold/browser-fold.ts';
import { queryLanguage } from '../../../search/query-language.ts';
import type { Regions } from './regions.ts';
import type { Scripts } from './render-finding.ts';

/** Findings are read in the script of the query, the page around them in its own. */
export function scriptsOf(source: string, { language: interfaceLanguage }: Regions): Scripts {
  return { language: queryLanguage(source, table, interfaceLanguage), interfaceLanguage };
}
