import type { Language } from '../../contract/schema.ts';
import { pageAddress } from '../addresses/addresses.ts';
import { allTexts } from './all-texts.ts';
import { publisherPath, yearPath } from './paths.ts';
import { type Publisher, publisherKey, publishersOf } from './publishers.ts';

let publishers: Promise<Publisher[]> | undefined;

/** All publishers. Asked for once in a build, like the texts. */
export function allPublishers(): Promise<Publisher[]> {
  if (import.meta.env.DEV) return allTexts().then((texts) => publishersOf(texts));
  publishers ??= allTexts().then((texts) => publishersOf(texts));
  return publishers;
}

let slugs: Promise<Map<string, string>> | undefined;

/** Address of the list of a publisher's texts, found by its Simplified name. */
export async function publisherAddress(language: Language, name: string): Promise<string> {
  if (import.meta.env.DEV) slugs = undefined;
  slugs ??= allPublishers().then(
    (all) => new Map(all.map((one) => [publisherKey(one.name['zh-Hans']), one.slug])),
  );
  return pageAddress(language, publisherPath((await slugs).get(publisherKey(name))!));
}

/** Address of the list of a year's texts; `undefined`: of those without a year. */
export function yearAddress(language: Language, year: string | undefined): string {
  return pageAddress(language, yearPath(year));
}
