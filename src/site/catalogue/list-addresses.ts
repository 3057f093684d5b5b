import type { Language } from '../../contract/schema.ts';
import { pageAddress } from '../addresses/addresses.ts';
import { allTexts } from './all-texts.ts';
import { oncePerBuild } from './once-per-build.ts';
import { publisherPath, yearPath } from './paths.ts';
import { publisherKey, publishersOf } from './publishers.ts';

/** All publishers. */
export const allPublishers = oncePerBuild(async () => publishersOf(await allTexts()));

const slugsByKey = oncePerBuild(
  async () => new Map((await allPublishers()).map(({ name, slug }) => [publisherKey(name['zh-Hans']), slug])),
);

/** Address of the list of a publisher's texts, found by its Simplified name. Throws when no text is published by it. */
export async function publisherAddress(language: Language, name: string): Promise<string> {
  const slug = (await slugsByKey()).get(publisherKey(name));
  if (slug === undefined) throw new Error(`The catalogue has no publisher called ${name}.`);
  return pageAddress(language, publisherPath(slug));
}

/** Address of the list of a year's texts; `undefined`: of those without a year. */
export function yearAddress(language: Language, year: string | undefined): string {
  return pageAddress(language, yearPath(year));
}
