/** Made-up witnesses for the benchmark of the site: articles as mirrors that damage them would serve them. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '../../src/corpus/load-rules.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { makeText } from '../support/made-articles.ts';
import { seeded } from '../support/random.ts';

const { repair } = loadRules();
const forms = careless(repair);

/** Articles of a mirror share its table of glosses. */
const ARTICLES_PER_MIRROR = 50;
/** Of so many articles, one is the one before it from another mirror. */
const ARTICLES_PER_COPY = 50;

/** Writes the witness `n`, with the article `number`: about 2,000 characters. */
export function writeWitness(witnesses: string, n: number, number = n): void {
  const isCopy = number % ARTICLES_PER_COPY === ARTICLES_PER_COPY - 1;
  const text = articleText(isCopy ? number - 1 : number);
  const mirror = isCopy ? 1_000_000 + number : Math.floor(n / ARTICLES_PER_MIRROR);
  const site = { ...mirrorNumber(mirror), random: seeded(number) };
  const damaged = damage(convertCarelessly(text, forms), site, repair);
  const folder = join(witnesses, `article-${String(n).padStart(6, '0')}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'text.txt'), damaged);
  const sha256 = createHash('sha256').update(damaged).digest('hex');
  writeFileSync(
    join(folder, 'witness.json'),
    JSON.stringify({ file: 'text.txt', sha256, origin: 'Made up' }),
  );
}

const mirrors = new Map<number, ReturnType<typeof makeSite>>();

/** Making a mirror takes longer than damaging an article. */
function mirrorNumber(number: number): ReturnType<typeof makeSite> {
  const mirror = mirrors.get(number) ?? makeSite(forms, repair, seeded(number));
  mirrors.set(number, mirror);
  return mirror;
}

function articleText(number: number): string {
  const { title, author, publisher, date, blocks } = makeText(number).text;
  const head = [title, `作者：${author}`, `来源：${publisher}`, `时间：${date}`];
  return [...head, ...blocks.map(([, text]) => text), ''].join('\n\n');
}
