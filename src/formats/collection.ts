/** The files that hold the whole collection, written text by text: none of them need fit into memory. */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../contract/schema.ts';
import type { StoredEdition } from '../edition/load-edition.ts';
import { type ArchiveWriter, openArchive } from './archive.ts';
import { toJsonLine } from './edition-record.ts';
import { savedName } from './text-files.ts';

/** A ZIP without extensions has at most 65,535 entries; a text has one for each script. */
const TEXTS_PER_ARCHIVE = 20_000;

/** A file that is being written, and its checksum. */
interface Growing {
  readonly name: string;
  readonly descriptor: number;
  readonly hash: Hash;
}

interface CollectionWriter {
  add(edition: StoredEdition): void;
  /** Ends all files, writes their checksums, and gives their names and sizes. */
  end(): Map<string, number>;
}

/**
 * Opens the files of the collection in `folder`: `zhengben.zip` with all Markdown, `zhengben.jsonl` with a text a line,
 * and `SHA256SUMS` of both. The same texts in the same order give the same bytes.
 */
export function openCollection(folder: string): CollectionWriter {
  mkdirSync(folder, { recursive: true });
  const files: Growing[] = [];
  const open = (name: string) => {
    const file = { name, descriptor: openSync(join(folder, name), 'w'), hash: createHash('sha256') };
    files.push(file);
    return (bytes: Uint8Array) => {
      file.hash.update(bytes);
      writeSync(file.descriptor, bytes);
    };
  };
  const writeLine = open('zhengben.jsonl');
  let archive: ArchiveWriter | undefined;
  let count = 0;
  return {
    add(edition) {
      writeLine(Buffer.from(toJsonLine(edition)));
      if (count++ % TEXTS_PER_ARCHIVE === 0) {
        archive?.end();
        archive = undefined;
      }
      archive ??= openArchive(open(archiveName(count)));
      addMarkdown(archive, edition);
    },
    end() {
      archive?.end();
      for (const { descriptor } of files) closeSync(descriptor);
      const sums = files.map(({ name, hash }) => `${hash.digest('hex')}  ${name}\n`).sort();
      writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
      const names = [...files.map(({ name }) => name), 'SHA256SUMS'];
      return new Map(names.map((name) => [name, statSync(join(folder, name)).size]));
    },
  };
}

/** The first archive is `zhengben.zip`; those of the ten thousands after it are numbered. */
function archiveName(count: number): string {
  const number = Math.ceil(count / TEXTS_PER_ARCHIVE);
  return number === 1 ? 'zhengben.zip' : `zhengben-${number}.zip`;
}

function addMarkdown(archive: ArchiveWriter, { slug, markdown }: StoredEdition): void {
  for (const language of languages) {
    archive.add(`zhengben/${savedName(slug, `${language}.md`)}`, markdown[language]);
  }
}
