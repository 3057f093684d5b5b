/**
 * Makes `content/editions/` from `content/witnesses/`.
 *
 *     npm run editions            # write them
 *     npm run editions -- --check # write no edition, fail when one is not what the pipeline makes today
 *
 * Exit codes: 0 all is well; 1 a witness has no edition, or an edition is not up to date; 2 the command cannot run.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildReport, buildEditionsInThreads } from '../src/corpus/editions/build-editions.ts';
import { loadRules } from '../src/corpus/load-rules.ts';
import { rulesVersion } from '../src/corpus/program-version.ts';
import { misuse, readOptions } from './read-options.ts';

const { ZHENGBEN_CONTENT } = process.env;
const content = ZHENGBEN_CONTENT
  ? join(resolve(ZHENGBEN_CONTENT), '/')
  : fileURLToPath(new URL('../content/', import.meta.url));
const options = readOptions({
  check: { type: 'boolean', default: false },
  witnesses: { type: 'string', default: `${content}witnesses` },
  editions: { type: 'string', default: `${content}editions` },
});

const { outcomes, problems, notes, orphans } = await build();

for (const problem of problems) console.error(problem);
for (const note of notes) console.log(note);
for (const slug of orphans) {
  console.error(
    `The edition “${slug}” has no witness any more; delete content/editions/${slug} if that is meant.`,
  );
}
const differing = [...outcomes].filter(([, outcome]) => outcome === 'differs').map(([slug]) => slug);
if (differing.length > 0) console.error(`Not up to date: ${differing.join(', ')}; run “npm run editions”.`);
const isWrong = problems.length > 0 || differing.length > 0 || (options.check && orphans.length > 0);
process.exitCode = isWrong ? 1 : 0;

async function build(): Promise<BuildReport> {
  try {
    return await buildEditionsInThreads(loadRules(), {
      ...options,
      version: rulesVersion(),
      onDone: (slug, outcome) => console.log(`${slug}: ${outcome}`),
    });
  } catch (error) {
    return misuse((error as Error).message);
  }
}
