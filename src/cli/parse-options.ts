import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from '../corpus/usage-error.ts';

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
