/** What the phase `structure` knows: read from `src/data/structure/`, checked, never written here. */
import type { ReadFile } from '../../data/read-rows.ts';
import { oneOf, type PageRules, structureFiles } from '../page/page-rules.ts';
import { type MarkerRules, toScheme } from './marker.ts';

/** A sign of program code; see `code-signs.tsv`. */
export interface CodeSign {
  readonly where: 'starts' | 'has' | 'ends';
  readonly sign: string;
}

export interface StructureRules extends PageRules, MarkerRules {
  readonly excerptLabels: readonly string[];
  readonly titleLabels: readonly string[];
  readonly quotationLabels: readonly string[];
  readonly codeSigns: readonly CodeSign[];
  readonly linkSchemes: ReadonlySet<string>;
}

/**
 * Parse the files of `src/data/structure/` that only this phase needs. Throws a sentence naming the file when one is not as
 * its header says.
 */
export function parseStructureRules(read: ReadFile, page: PageRules): StructureRules {
  const { rows, labels } = structureFiles(read);
  return {
    ...page,
    excerptLabels: labels('excerpt-labels.tsv'),
    titleLabels: labels('title-labels.tsv'),
    quotationLabels: labels('quotation-labels.tsv'),
    numbering: rows('numbering.tsv', 4)
      .map(([scheme, use, template]) => toScheme(scheme!, use!, template!))
      .sort((a, b) => b.pattern.source.length - a.pattern.source.length),
    bullets: new Map(rows('bullets.tsv', 3).map(([sign, blank]) => [sign!, blank === 'yes'])),
    codeSigns: rows('code-signs.tsv', 3).map(toSign),
    linkSchemes: new Set(rows('link-schemes.tsv', 2).map(([scheme]) => scheme!)),
  };
}

function toSign([where, sign]: readonly string[]): CodeSign {
  const places = ['starts', 'has', 'ends'] as const;
  return { where: oneOf('code-signs.tsv', where!, places), sign: sign!.replaceAll('␣', ' ') };
}
