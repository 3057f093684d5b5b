/**
 * A content folder of odd texts: hostile markup, lists, verse, code, tables, a very long title, and a text that a made-up
 * mirror has damaged, so that pages with many notes are among them.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { buildEditions } from '../../src/corpus/editions/build-editions.ts';
import { loadRules } from '../../src/corpus/load-rules.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { seeded } from '../support/random.ts';

const texts = new URL('odd-texts/', import.meta.url);
const damaged = new URL('../texts/bookshop.txt', import.meta.url);
const SEED = 5;

/** Writes witnesses and editions below `content`, in place of what was there. Throws when a text makes no edition. */
export function writeOddContent(content: string): void {
  rmSync(content, { recursive: true, force: true });
  const witnesses = join(content, 'witnesses');
  for (const file of readdirSync(texts))
    writeWitness(join(witnesses, parse(file).name), readFileSync(new URL(file, texts), 'utf8'));
  writeWitness(join(witnesses, 'damaged'), mirrored(readFileSync(damaged, 'utf8')));
  const { problems } = buildEditions(loadRules(), { witnesses, editions: join(content, 'editions') });
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** The text as a mirror site serves it: converted one character at a time, with glosses put in at byte level. */
function mirrored(text: string): string {
  const { repair } = loadRules();
  const forms = careless(repair);
  return damage(convertCarelessly(text, forms), makeSite(forms, repair, seeded(SEED)), repair);
}

function writeWitness(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'text.txt'), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const sidecar = { file: 'text.txt', sha256, origin: 'Made up for the tests' };
  writeFileSync(join(folder, 'witness.json'), JSON.stringify(sidecar));
}
