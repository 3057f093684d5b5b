import { join, resolve } from 'node:path';

/**
 * Path inside `content/`, the only folder the site reads.
 *
 * `ZHENGBEN_CONTENT` names another one, for building a site from a collection kept elsewhere.
 */
export function contentFolder(...path: string[]): string {
  return join(resolve(process.env.ZHENGBEN_CONTENT ?? 'content'), ...path);
}
