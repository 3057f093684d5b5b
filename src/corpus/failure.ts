import { quote } from './quote.ts';

/** The command was called in a way it does not know: one sentence, exit code 2. */
export class UsageError extends Error {}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path',
  EACCES: 'may not be read or written; change its permissions',
  EPERM: 'may not be read or written; change its permissions',
  ELOOP: 'leads in a circle of links; remove the link',
  EISDIR: 'is a folder where a file is needed; move it away',
  ENOTDIR: 'lies below a file, not a folder; check the path',
  EEXIST: 'is a file where a folder is needed; move it away',
  ENAMETOOLONG: 'has too long a name; shorten it',
  ENOSPC: 'finds no room on the disk; make some',
  Z_DATA_ERROR: 'is no sound gzip file; fetch it again',
  Z_BUF_ERROR: 'breaks off in the middle of a gzip file; fetch it again',
  EROFS: 'lies on a disk that cannot be written; choose another place',
};

/** What went wrong with `name`, in one sentence that ends with what to do: “page.txt” does not exist; check the path. */
export function describeFailure(name: string, error: unknown): string {
  return `${quote(name)} ${describeCause(error as NodeJS.ErrnoException)}.`;
}

/** Errors of our own say what they have to say; those of the machine are no sentence. */
function describeCause(error: NodeJS.ErrnoException): string {
  const { code, message } = error;
  if (code !== undefined) return causes[code] ?? `cannot be used (${message}); check it`;
  return error.constructor === Error
    ? message
    : `could not be worked on (${message}); report it, with the file`;
}
