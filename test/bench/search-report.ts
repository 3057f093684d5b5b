import { availableParallelism, loadavg } from 'node:os';
import { kindOf } from './search-files.ts';
import { type FirstQuery, percentile, weigh } from './search-measures.ts';
import type { Judgement } from './search-plain.ts';
import type { Measured } from './search-site.ts';

/** How many wrong answers are named. */
const NAMED = 5;

/** The lines on a site's search. */
export function describeSearch({ judgement, first, typed, files }: Measured, wanted: number): string[] {
  const [finding, others] = [first.filter(findsSomething), first.filter((one) => !findsSomething(one))];
  return [
    describeJudgement(judgement),
    `first query without the page, of ${finding.length} that finds something: ${describeWeights(finding, false)} (wanted ${wanted} KB)`,
    `    the heaviest: ${describeHeaviest(finding)}`,
    `    finding nothing, ${others.length}: ${describeWeights(others, false)}`,
    `    with the page: ${describeWeights(finding, true)}`,
    `as you type, warm, by the clock: ${describeTimes(typed)}, over ${typed.length} keystrokes (wanted p95 100 ms); ${describeLoad()}`,
    `index: ${files.count} files, ${megabytes(files.bytes)}, median ${(files.median / 1024).toFixed(0)} KB, largest ${(files.largest / 1024).toFixed(0)} KB`,
  ];
}

/** How busy the machine has been for a minute, which makes times longer. */
export function describeLoad(): string {
  return `load of the machine ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} processors`;
}

/** Shares in per cent, and some of the queries that were answered wrongly. */
export function describeJudgement({ recall, precision, wrong }: Judgement): string {
  const named = wrong.length > 0 ? `; ${wrong.length} wrong: ${wrong.slice(0, NAMED).join(' | ')}` : '';
  return `recall ${(100 * recall).toFixed(2)} %, precision ${(100 * precision).toFixed(2)} %${named}`;
}

/** Median, p95 and most, in kilobytes and requests. */
export function describeWeights(first: readonly FirstQuery[], isWithPage: boolean): string {
  const weights = first.map((query) => weigh(query, isWithPage));
  const describe = (share: number) =>
    `${percentile(
      weights.map(({ kilobytes }) => kilobytes),
      share,
    ).toFixed(0)} KB in ${percentile(
      weights.map(({ requests }) => requests),
      share,
    )} requests`;
  return `median ${describe(0.5)}, p95 ${describe(0.95)}, most ${describe(1)}`;
}

/** The most that a first query takes that finds something, without the page, in kilobytes. */
export function heaviest(first: readonly FirstQuery[]): number {
  return Math.max(...first.filter(findsSomething).map((query) => weigh(query, false).kilobytes));
}

/** What finds nothing also looks for words that sound alike. */
function findsSomething({ fetched }: FirstQuery): boolean {
  return fetched.some(({ address }) => kindOf(address) === 'texts');
}

/** The median of what first queries take without the page, in kilobytes. */
export function usual(first: readonly FirstQuery[]): number {
  return percentile(
    first.map((query) => weigh(query, false).kilobytes),
    0.5,
  );
}

/** The files of the heaviest query, kind by kind. */
function describeHeaviest(first: readonly FirstQuery[]): string {
  const most = heaviest(first);
  const query = first.find((one) => weigh(one, false).kilobytes === most);
  const kinds = new Map<string, number[]>();
  for (const { address, bytes } of query?.fetched ?? [])
    kinds.set(kindOf(address), [...(kinds.get(kindOf(address)) ?? []), bytes]);
  const parts = [...kinds].map(([kind, all]) => {
    const sum = all.reduce((total, bytes) => total + bytes, 0);
    return `${kind} ${all.length} × ${(sum / all.length / 1024).toFixed(1)} KB`;
  });
  return `${parts.join(', ')}, for ${query?.query}`;
}

function describeTimes(times: readonly number[]): string {
  return `median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`;
}

/** Bytes in megabytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
