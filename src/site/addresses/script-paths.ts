import { type Language, languages } from '../../contract/schema.ts';
import { interfaceFolder } from './addresses.ts';

/** Static paths of a page of the interface that stands in both scripts: `/method/` and `/zh-hans/method/`. */
export function scriptPaths() {
  return languages.map((language) => ({
    params: { script: withoutSlash(interfaceFolder[language]) },
    props: { language },
  }));
}

/**
 * Static paths of lists in both scripts. `pathsIn` gives the paths of one script below `folder`, with what stands there.
 */
export function listPaths<Props>(
  folder: string,
  pathsIn: (language: Language) => ReadonlyArray<readonly [path: string, props: Props]>,
) {
  return scriptPaths().flatMap(({ params, props: { language } }) =>
    pathsIn(language).map(([path, props]) => ({
      params: { ...params, page: withoutSlash(path.slice(folder.length)) },
      props: { ...props, language },
    })),
  );
}

function withoutSlash(path: string): string | undefined {
  return path.replace(/\/$/, '') || undefined;
}
