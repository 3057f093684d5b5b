import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from '../corpus/failure.ts';
import { quote } from '../corpus/quote.ts';

/**
 * The options and paths of `command` in `args`. Throws a {@link UsageError} of one sentence on an option it does not
 * have, or a value that is missing.
 */
export function parseOptions<T extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [what] = (error as Error).message.split(/[.:]?(?:\s*\n|\.\s)/);
    throw new UsageError(`${what}; see “zhengben ${command} --help”.`, { cause: error });
  }
}

export const MOST_JOBS = 64;

/** The number of threads that `--jobs` gives, where it is given. */
export function readJobs(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d?$/.test(value) && Number(value) <= MOST_JOBS) return Number(value);
  throw new UsageError(`--jobs wants a number from 1 to ${MOST_JOBS}, not ${quote(value)}.`);
}
