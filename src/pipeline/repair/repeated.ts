/**
 * Two families of damage that put glosses after characters of every kind: toneless and repeated,
 * `寶(bao)(bao)(bao)`, and one after every third character. Both may sprinkle emoji.
 */
import { type Edit, emend } from '../reading.ts';
import { countHan } from '../text/han.ts';
import { readsLike } from '../text/readings.ts';
import { FAMILY } from './constants.ts';
import { glossAt } from './gloss.ts';
import type { RepairRules } from './rules.ts';

/** Glosses of the same reading after one character. Offsets are UTF-16 units. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly reading: number;
  /** Han characters since the run before. */
  readonly distance: number;
}

/** Edits that take the glosses and emoji of such a family out; none where the document is not of one. */
export function repairRepeated(text: string, rules: RepairRules): Edit[] {
  const runs = findRuns(text, rules);
  const isRepeated = runs.filter(({ count }) => count > 1).length >= FAMILY.repeated;
  if (!isRepeated && !isPeriodic(runs)) return [];
  return [...runs.map((run) => removeRun(run, rules)), ...removeEmoji(text)].sort(
    (a, b) => a.start - b.start,
  );
}

function findRuns(text: string, rules: RepairRules): Run[] {
  const runs: Run[] = [];
  let counted = 0;
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at)) {
    const run = at > 0 ? runAt(text, at, rules) : undefined;
    if (!run) {
      at++;
      continue;
    }
    runs.push({ ...run, distance: countHan(text, counted, at) });
    counted = at = run.end;
  }
  return runs;
}

function runAt(text: string, start: number, rules: RepairRules): Omit<Run, 'distance'> | undefined {
  const first = glossAt(text, start, rules.readings);
  if (!first || !readsLike(rules.readings, text.charCodeAt(start - 1), first.reading)) return undefined;
  let { end } = first;
  let count = 1;
  for (let next = glossAt(text, end, rules.readings); next?.reading === first.reading; count++) {
    end = next.end;
    next = glossAt(text, end, rules.readings);
  }
  return { start, end, count, reading: first.reading };
}

/** Does a gloss follow every third character, whichever it is? */
function isPeriodic(runs: readonly Run[]): boolean {
  const third = runs.filter(({ distance }) => distance === 3).length;
  return runs.length >= FAMILY.periodic && third >= FAMILY.periodicShare * (runs.length - 1);
}

function removeRun(run: Run, { readings }: RepairRules): Edit {
  const evidence = {
    reading: readings.names[run.reading] ?? '',
    rule: run.count > 1 ? 'repeated' : 'family',
  };
  return emend(run, '', { kind: 'gloss', cert: 'high', evidence });
}

/** Emoji between two Han characters, or between a gloss and a character or mark: authors put theirs after the mark. */
const sprinkled =
  /(?<=[\u3400-\u9fff)])(?:\p{Extended_Pictographic}\ufe0f?)+(?=[\u3400-\u9fff])|(?<=[a-zà-ǜ]\))(?:\p{Extended_Pictographic}\ufe0f?)+(?=[\d\u3400-\u9fff，。、；：！？”])/gu;

function removeEmoji(text: string): Edit[] {
  const emendation = { kind: 'emoji', cert: 'medium', evidence: { rule: 'between characters' } } as const;
  return Array.from(text.matchAll(sprinkled), ({ 0: emoji, index }) =>
    emend({ start: index, end: index + emoji.length }, '', emendation),
  );
}
