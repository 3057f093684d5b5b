import { type Language, languages } from '../../contract/schema.ts';
import { interfaceFolder } from './addresses.ts';

/** Static paths of a page of the interface that stands in both scripts: `/method/` and `/zh-hans/method/`. */
export function scriptPaths(): Array<{
  params: { script: string | undefined };
  props: { language: Language };
}> {
  return languages.map((language) => ({
    params: { script: interfaceFolder[language].slice(0, -1) || undefined },
    props: { language },
  }));
}
