/** What the pages are told about the downloads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sizes in bytes of a text's files by name. */
export type FileSizes = Readonly<Record<string, number>>;

/** Sizes of the files of each text by slug, and of the collection's by name. */
export interface DownloadSizes {
  readonly texts: Readonly<Record<string, FileSizes>>;
  readonly collection: FileSizes;
}

/** Where they are written, in the folder of the downloads. */
export const SIZES = 'sizes.json';

/** The sizes of what was prepared in `folder`. */
export function readSizes(folder: string): DownloadSizes {
  return JSON.parse(readFileSync(join(folder, SIZES), 'utf8')) as DownloadSizes;
}

let sizes: DownloadSizes | undefined;

/** Sizes of the downloads made for this build; there are none in `npm run dev`, which makes each when it is asked for. */
export function downloadSizes(): DownloadSizes {
  const folder = process.env.ZHENGBEN_DOWNLOADS;
  sizes ??= folder ? readSizes(folder) : { texts: {}, collection: {} };
  return sizes;
}
