import { type Language, languages } from '../../contract/schema.ts';
import { interfaceFolder } from '../addresses/addresses.ts';

/** A static path below the folder of a script: `catalogue/title/2/`. */
interface ScriptPath<Props> {
  params: { script: string | undefined; page: string | undefined };
  props: Props & { language: Language };
}

/**
 * Static paths of lists in both scripts. `pathsIn` gives the paths of one script below `folder`, with what stands there.
 */
export function listPaths<Props>(
  folder: string,
  pathsIn: (language: Language) => ReadonlyArray<readonly [path: string, props: Props]>,
): ScriptPath<Props>[] {
  return languages.flatMap((language) =>
    pathsIn(language).map(([path, props]) => ({
      params: {
        script: withoutSlash(interfaceFolder[language]),
        page: withoutSlash(path.slice(folder.length)),
      },
      props: { ...props, language },
    })),
  );
}

function withoutSlash(path: string): string | undefined {
  return path.replace(/\/$/, '') || undefined;
}
