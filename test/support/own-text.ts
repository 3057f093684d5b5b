/** Running text out of the project's own texts, shuffled sentence by sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { pick, seeded } from './random.ts';

const folder = new URL('../texts/', import.meta.url);
const sentences = readdirSync(folder)
  .sort()
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').match(/[^。！？\n]+[。！？]?”?/g) ?? []);

/** About 2,000 characters in paragraphs; the same for the same index. */
export function ownText(index: number): string {
  const random = seeded(index + 1);
  let text = '';
  while (text.length < 2000) text += pick(sentences, random) + (random() < 0.15 ? '\n' : '');
  return text;
}
