/**
 * How much of the author's text `restore` keeps and how much spam and furniture it removes, page by page, by snippets;
 * then the speed of `strip`, in processor time.
 *
 *     npm run bench:strip                                            the pages of test/gate
 *     npm run bench:strip -- --pages DIR --snippets FILE             a folder of pages, `<id>.txt`
 *     npm run bench:strip -- --no-speed
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gatePages } from '../gate/gate-pages.ts';
import { measurePage, type Outcome, parseCases, sumUp } from '../gate/measure.ts';
import { rules } from '../support/rules.ts';
import { reportSpeed } from './strip-speed.ts';

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    pages: { type: 'string' },
    snippets: { type: 'string' },
    speed: { type: 'boolean', default: true },
  },
});

const pages = options.pages === undefined ? gatePages() : readPages(options.pages, options.snippets);
const outcomes = pages.map(({ bytes, page }) => [page, measurePage(bytes, page, rules)] as const);
for (const [page, outcome] of outcomes) report(outcome, page);
const totals = sumUp(outcomes.map(([, outcome]) => outcome));
const share = (part: number, whole: number) =>
  `${part}/${whole} (${((100 * part) / (whole || 1)).toFixed(1)} %)`;
console.log(`\nbody kept       ${share(totals.kept, totals.must)}`);
console.log(`others removed  ${share(totals.removed, totals.mustnot)}`);
console.log(`metadata right  ${share(totals.right, totals.stated)}, invented ${totals.invented}`);
if (options.speed) reportSpeed(pages.map(({ bytes }) => new TextDecoder().decode(bytes)));

function readPages(folder: string, snippets = join(folder, 'snippets.jsonl')) {
  return parseCases(readFileSync(snippets, 'utf8')).map((page) => ({
    bytes: new Uint8Array(readFileSync(join(folder, `${page.id}.txt`))),
    page,
  }));
}

function report(outcome: Outcome, page: (typeof pages)[number]['page']): void {
  const { id, must, mustnot, missed, left, stated, right, invented, metadata, doubts, withheld } = outcome;
  console.log(
    `${id.padEnd(20)} body ${must - missed.length}/${must}  removed ${mustnot - left.length}/${mustnot}  ` +
      `metadata ${right.length}/${stated.length}  doubts ${doubts}  withheld ${withheld} characters`,
  );
  for (const snippet of missed) console.log(`    missed   ${snippet}`);
  for (const snippet of left) console.log(`    left     ${show(snippet)}`);
  for (const field of stated.filter((name) => !right.includes(name)))
    console.log(`    ${field.padEnd(8)} ${metadata[field] ?? '–'}   instead of ${page[field]}`);
  for (const field of invented)
    console.log(`    ${field.padEnd(8)} ${metadata[field]}   though none is stated`);
}

/** A snippet with words of the lexicon in it is not shown. */
function show(snippet: string): string {
  const isSpam = [...rules.strip.spamWords].some(([word, isStrong]) => isStrong && snippet.includes(word));
  return isSpam ? `(${snippet.length} characters of spam)` : snippet;
}
