/** What the documents of one run have in common is their site's. */
import { isBody } from '../page/line.ts';
import { isFurnitureOfRun, type LineCounts } from '../page/run-counts.ts';
import type { PageView, Verdict } from './verdict.ts';

/**
 * Lines that many documents of the run have: 柳下新聞網 – 您身邊的新聞. Where most of the body is such lines, the same
 * article has been given many times, and nothing goes.
 */
export function findBoilerplate(page: PageView, counts: LineCounts | undefined): Verdict[] {
  if (counts === undefined) return [];
  const times = page.lines.map(({ plain }, index) =>
    page.judged.has(index) || page.isMeta(index) ? 0 : isFurnitureOfRun(plain, counts),
  );
  const body = page.lines.flatMap((line, index) => (isBody(line) && !page.judged.has(index) ? [index] : []));
  const shared = body.filter((index) => times[index]! > 0).length;
  if (body.length === 0 || shared > body.length / 2) return [];
  return times.flatMap((count, line): Verdict[] => {
    if (count === 0) return [];
    const reason = `The same line is in ${count} of the ${counts.documents} documents of this run.`;
    return [{ type: 'removal', line, kind: 'furniture', rule: 'boilerplate', reason }];
  });
}
