import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/**
 * The options a script was called with. On one it does not have, or a value that is missing, the script ends with one
 * sentence and exit code 2.
 */
export function readOptions<T extends ParseArgsOptionsConfig>(options: T) {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch (error) {
    const [what] = (error as Error).message.split(/[.:]?(?:\s*\n|\.\s)/);
    const known = Object.keys(options).map((name) => `--${name}`);
    return misuse(`${what}; the options are ${known.join(', ')}.`);
  }
}

/** Ends a script that was called in a way it does not know. */
export function misuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
