/** `llms.txt` and `llms-full.txt`: the collection for programs that read, as https://llmstxt.org describes them. */
import { imprintOf } from '../edition/imprint.ts';
import type { StoredEdition } from '../edition/load-edition.ts';
import { toPlainText } from './plain-text.ts';
import { addressOf, type Publication } from './publication.ts';
import type { TextEntry } from './text-entry.ts';

/** So much of the texts is in `llms-full.txt`; who wants all of a large collection takes its JSONL. */
export const FULL_BYTES = 8_000_000;
/** So many texts are listed in `llms.txt`. */
const LISTED = 5_000;

const head = `# 正本 Zhengben

> 復原之中文網頁文字，繁簡並列，每一處校改皆有記錄。Chinese web texts restored from damaged copies, in Traditional and Simplified, with a record of every change.
`;

/** A list of the texts, each with its Markdown. */
export function toLlms(entries: readonly TextEntry[], publication: Publication): string {
  const link = (name: string, path: string) => `[${name}](${addressOf(publication, path)})`;
  const texts = entries.slice(0, LISTED).map(({ slug, frontMatter }) => {
    const { 'zh-Hant': hant } = frontMatter;
    const title = oneLine(hant.title).replace(/[[\\\]]/g, '\\$&');
    const imprint = oneLine(imprintOf(hant));
    return `- ${link(title, `texts/${slug}/zh-Hant.md`)}${imprint && `: ${imprint}`}`;
  });
  return `${head}
## 全部 Whole collection

- ${link('llms-full.txt', 'llms-full.txt')}: plain text
- ${link('zhengben.jsonl', 'downloads/zhengben.jsonl')}: one text a line, with the record of changes
- ${link('zhengben.zip', 'downloads/zhengben.zip')}: Markdown in both scripts

## 各篇 Texts

${texts.join('\n')}
`.toWellFormed();
}

const oneLine = (text: string) => text.replace(/[\s\u0000-\u001f]+/g, ' ');

/** A text as it stands in `llms-full.txt`: in Traditional, under its address. */
export function toLlmsText(edition: StoredEdition, publication: Publication): string {
  return `\n---\n${addressOf(publication, `texts/${edition.slug}/`)}\n\n${toPlainText(edition, 'zh-Hant')}`;
}

/** How `llms-full.txt` begins. */
export const llmsFullHead = head;
