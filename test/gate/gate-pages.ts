/** The pages of the gate: own texts in the likeness of mirrored pages, some of them damaged here. */
import { readFileSync } from 'node:fs';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { fillInSpam } from '../support/fill-in-spam.ts';
import { seeded } from '../support/random.ts';
import { rules } from '../support/rules.ts';
import { type PageCase, parseCases } from './measure.ts';

const folder = new URL('./', import.meta.url);

/** A page of the gate. With a `site`, it went through a made-up mirror site: seed and size of its table. */
interface GateCase extends PageCase {
  readonly site?: readonly [seed: number, size: number];
}

/** Bytes and case of every page. */
export function gatePages(): { readonly bytes: Uint8Array; readonly page: PageCase }[] {
  const cases = parseCases(readFileSync(new URL('snippets.jsonl', folder), 'utf8')) as GateCase[];
  return cases.map((page) => {
    const source = readFileSync(new URL(`pages/${page.id}.txt`, folder), 'utf8');
    const text = page.site === undefined ? source : mirror(source, ...page.site);
    const mustnot = page.mustnot.map(fillInSpam);
    return { bytes: new TextEncoder().encode(fillInSpam(text)), page: { ...page, mustnot } };
  });
}

/** Spammers put their lines in after the mirror has converted the page: lines with `⟪` are left alone. */
function mirror(source: string, seed: number, size: number): string {
  const forms = careless(rules.repair);
  const site = makeSite(forms, rules.repair, seeded(seed), size);
  return source
    .split('\n')
    .map((line) => (line.includes('⟪') ? line : damage(convertCarelessly(line, forms), site, rules.repair)))
    .join('\n');
}
