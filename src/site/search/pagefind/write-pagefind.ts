import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import { indexWords } from './tokens.ts';

/**
 * Writes a Pagefind index of texts, each given as its folded blocks, one record per text; its number is its place.
 *
 * `und`, undetermined: Pagefind must neither stem nor segment; the words are ours. Throws when it refuses a text.
 */
export async function writePagefind(folder: URL, texts: AsyncIterable<readonly string[]>): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  let number = 0;
  for await (const blocks of texts) {
    const document = String(number++);
    const record = { url: document, content: indexWords(blocks), language: 'und', meta: { document } };
    const refused = (await index.addCustomRecord(record)).errors;
    if (refused.length > 0) throw new Error(`Pagefind refused text ${document}: ${refused.join('; ')}`);
  }
  await index.writeFiles({ outputPath: fileURLToPath(folder) });
  await close();
}
