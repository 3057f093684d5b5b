/** The pages of the built sites, as the tests walk over them. */
import { globSync, statSync } from 'node:fs';
import { inject } from 'vitest';
import type { BuiltSite } from './global-setup.ts';

/** A page of a built site. */
export interface BuiltPage {
  site: BuiltSite;
  /** Its file below the site's folder: `texts/forms/index.html`. */
  file: string;
  /** Its full address. */
  address: string;
  /** How messages call it: `own /texts/forms/`. */
  name: string;
}

const slashes = (path: string) => path.replaceAll('\\', '/');

/** Names of the built files of a site. */
export function filesOf(site: BuiltSite, pattern = '**/*'): string[] {
  return globSync(pattern, { cwd: site.folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      slashes(`${parentPath}/${name}`).slice(slashes(site.folder).replace(/\/$/, '').length + 1),
    )
    .sort();
}

/** Every page of every site. */
export function builtPages(): BuiltPage[] {
  return inject('sites').flatMap((site) =>
    filesOf(site, '**/*.html').map((file) => {
      const path = file.replace(/(^|\/)index\.html$/, '$1');
      return { site, file, address: site.address + path, name: `${site.name} /${path}` };
    }),
  );
}

const READING = /^texts\/[^/]+\/(?:zh-han[st]\/)?index\.html$/;

/** Is it a page on which a text is read? */
export function isReading({ file }: BuiltPage): boolean {
  return READING.test(file);
}

/** The template a page is made by, as a pattern of files: `zh-hans/years/2012/index.html` is of `years/…/index.html`. */
function kindOf({ file }: BuiltPage): string {
  return file
    .replace(/^zh-hans\//, '')
    .replace(/^(\w+)\/[^/]+\//, '$1/…/')
    .replace(/zh-hans\/(?!index)/, '')
    .replace(/zh-han[st]\//, 'one-script/');
}

/** One page of each kind, for what is the same on all of a kind: the largest, which has most of what there can be. */
export function oneOfEachKind(pages: readonly BuiltPage[]): BuiltPage[] {
  const size = ({ site, file }: BuiltPage) => statSync(site.folder + file).size;
  const kinds = Map.groupBy(pages, kindOf);
  return [...kinds.values()].flatMap((alike) => alike.toSorted((a, b) => size(b) - size(a)).slice(0, 1));
}
