/** `zhengben repair`: which of its ways of working is asked for. */

import { readStandardInput } from '../corpus/streams.ts';
import { UsageError } from '../corpus/usage-error.ts';
import { parseOptions } from './parse-options.ts';

const options = {
  out: { type: 'string' },
  explain: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
} as const;

/** Repair what `args` name; the exit code is 1 when something of it failed. */
export async function repairCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions('repair', args, options);
  const { out, explain, json, jsonl } = values;
  if (explain && json) throw new UsageError('--explain and --json do not go together; choose one.');
  if (jsonl) {
    if (explain || json || out !== undefined || positionals.length > 0) {
      throw new UsageError(
        '--jsonl goes from standard input to standard output; call it alone, with “< FILE”.',
      );
    }
    const { repairLines } = await import('./repair-lines.ts');
    return await repairLines(readStandardInput());
  }
  const show = explain ? 'explanation' : json ? 'json' : out === undefined ? 'text' : 'nothing';
  const { repairFiles } = await import('./repair-files.ts');
  return await repairFiles(positionals, { show, ...(out !== undefined && { out }) });
}
