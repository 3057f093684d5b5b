/** Paragraphs in which a company offers its services in the middle of somebody's article. */

import { isBody, type Line } from '../page/line.ts';
import * as limits from './constants.ts';
import { findWords } from './lexicon.ts';
import type { StripRules } from './strip-rules.ts';
import { countHan, type PageView, type Verdict } from './verdict.ts';

/** The evidence about one paragraph. */
interface Pitch {
  readonly index: number;
  readonly pitches: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly share: number;
}

/**
 * Paragraphs dense with the words of advertising, whose services no other paragraph speaks of: in an article about
 * websites 網頁設計 is the topic, in an article about photographs it is an advert. Less evidence gives a doubt.
 */
export function findAdverts(page: PageView, rules: StripRules): Verdict[] {
  const pitches = page.lines.flatMap((line, index) => {
    const isParagraph = line.plain.length <= limits.LONGEST_ADVERT && line.han >= limits.FEWEST_ADVERT_HAN;
    return page.removed.has(index) || !isParagraph ? [] : (readPitch(line, index, rules) ?? []);
  });
  const adverts = pitches.filter(isDense);
  if (pitches.length === 0) return [];
  const isForeign = isMinor(adverts, page);
  const spoken = collectServices(page, new Set(pitches.map(({ index }) => index)), rules);
  return pitches.map((pitch) => toVerdict(pitch, isForeign && !isTopic(pitch, spoken)));
}

function readPitch({ plain }: Line, index: number, { pitchWords }: StripRules): Pitch | undefined {
  const { found, share } = findWords(plain, pitchWords);
  const of = (role: string) =>
    new Set(found.flatMap(({ word, value }) => (value.role === role ? [word] : [])));
  const [pitches, services] = [of('pitch'), of('service')];
  const least = limits.DOUBTED_ADVERT;
  const isEnough = pitches.size >= least.pitches && pitches.size + services.size >= least.words;
  return isEnough && share >= least.share ? { index, pitches, services, share } : undefined;
}

function isDense({ pitches, services, share }: Pitch): boolean {
  const least = limits.DENSE_ADVERT;
  const isMany = services.size >= least.services || pitches.size >= least.pitches;
  return isMany && pitches.size + services.size >= least.words && share >= least.share;
}

/** Are the adverts little beside the article? A company's page about itself is not made of adverts. */
function isMinor(adverts: readonly Pitch[], { lines, removed }: PageView): boolean {
  const ofAdverts = countHan(
    lines,
    adverts.map(({ index }) => index),
  );
  const ofBody = lines.reduce((sum, line, i) => (!removed.has(i) && isBody(line) ? sum + line.han : sum), 0);
  return ofBody - ofAdverts >= limits.LEAST_ARTICLE * ofAdverts;
}

/** The services that paragraphs which do not advertise speak of. */
function collectServices(
  page: PageView,
  pitches: ReadonlySet<number>,
  { pitchWords }: StripRules,
): ReadonlySet<string> {
  const spoken = new Set<string>();
  for (const [index, line] of page.lines.entries()) {
    if (page.removed.has(index) || pitches.has(index)) continue;
    for (const { word, value } of findWords(line.plain, pitchWords).found)
      if (value.role === 'service') spoken.add(word);
  }
  return spoken;
}

/** Does the article itself speak of what is advertised? One word in common may be chance: 空間. */
function isTopic({ services }: Pitch, spoken: ReadonlySet<string>): boolean {
  const shared = [...services].filter((word) => spoken.has(word)).length;
  return shared >= limits.TOPIC_SERVICES || (shared === 1 && services.size < limits.MANY_SERVICES);
}

function toVerdict(pitch: Pitch, isForeign: boolean): Verdict {
  const { index, pitches, services } = pitch;
  const type = isDense(pitch) && isForeign ? 'removal' : 'doubt';
  const reason = `${pitches.size} words of advertising and ${services.size} services.`;
  return { type, line: index, kind: 'self-promotion', rule: 'advert', reason };
}
