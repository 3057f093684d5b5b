/**
 * Makes `content/editions/` from `content/witnesses/`.
 *
 *     npm run editions            # write them
 *     npm run editions -- --check # write nothing, fail when one is not what the pipeline makes today
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRules } from '../src/data/load.ts';
import { buildEditions } from '../src/edition/build-editions.ts';

const content = fileURLToPath(new URL('../content/', import.meta.url));
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    witnesses: { type: 'string', default: `${content}witnesses` },
    editions: { type: 'string', default: `${content}editions` },
  },
});

const { outcomes, problems, orphans } = buildEditions(loadRules(), {
  ...values,
  onDone: (slug, outcome) => console.log(`${slug}: ${outcome}`),
});

for (const problem of problems) console.error(problem);
for (const slug of orphans) {
  console.error(
    `The edition “${slug}” has no witness any more; delete content/editions/${slug} if that is meant.`,
  );
}
const differing = [...outcomes].filter(([, outcome]) => outcome === 'differs').map(([slug]) => slug);
if (differing.length > 0) console.error(`Not up to date: ${differing.join(', ')}; run “npm run editions”.`);
const isWrong = problems.length > 0 || differing.length > 0 || (values.check && orphans.length > 0);
process.exitCode = isWrong ? 1 : 0;
