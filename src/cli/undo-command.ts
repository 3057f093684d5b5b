/** `zhengben undo`: the witness of a repaired text. */
import { existsSync, readFileSync } from 'node:fs';
import { type RepairApparatus, repairApparatusSchema } from '../contract/repair-schema.ts';
import { toApparatusName, toTextName } from '../corpus/apparatus-name.ts';
import { describeFailure, UsageError } from '../corpus/failure.ts';
import { quote } from '../corpus/quote.ts';
import { write } from '../corpus/streams.ts';
import { undoRepair } from '../corpus/undo-repair.ts';
import { resolveLinks, writeFiles } from '../corpus/write-files.ts';
import { parseOptions } from './parse-options.ts';

/** Write the witness of the edition that `args` name. Throws one sentence when it cannot be had. */
export async function undoCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions('undo', args, { out: { type: 'string' } });
  const [edition, ...others] = positionals;
  if (edition === undefined || others.length > 0) {
    throw new UsageError(
      'undo wants one edition; name a repaired text or the NAME.apparatus.json beside it.',
    );
  }
  const files = findEdition(edition);
  const witness = undo(files);
  if (values.out === undefined) await write(process.stdout, witness);
  else save(witness, values.out, files);
  return 0;
}

interface Edition {
  /** Paths of the two files. */
  readonly text: string;
  readonly apparatus: string;
}

/** `path` is a text when there is a record beside it, else a record. */
function findEdition(path: string): Edition {
  const apparatus = toApparatusName(path);
  if (existsSync(apparatus)) return { text: path, apparatus };
  const text = toTextName(path);
  if (text !== undefined) return { text, apparatus: path };
  throw new Error(
    `${quote(path)} has no ${quote(apparatus)} beside it; name a text that “zhengben repair --out” wrote.`,
  );
}

function undo({ text, apparatus }: Edition): Uint8Array {
  const record = parseApparatus(readText(apparatus), apparatus);
  const repaired = readText(text);
  try {
    return undoRepair(repaired, record);
  } catch (error) {
    throw new Error(
      `${quote(text)} was changed since it was repaired, or its record was; take both as they were written, or repair again.`,
      { cause: error },
    );
  }
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    if (!(error instanceof TypeError)) throw new Error(describeFailure(path, error), { cause: error });
    throw new Error(
      `${quote(path)} was changed since it was repaired: it is no valid UTF-8; repair the witness again.`,
      {
        cause: error,
      },
    );
  }
}

function parseApparatus(source: string, path: string): RepairApparatus {
  try {
    return repairApparatusSchema.parse(JSON.parse(source));
  } catch (error) {
    throw new Error(`${quote(path)} is no record of a repair; name one that “zhengben repair --out” wrote.`, {
      cause: error,
    });
  }
}

function save(witness: Uint8Array, path: string, { text, apparatus }: Edition): void {
  if ([text, apparatus].map(resolveLinks).includes(resolveLinks(path))) {
    throw new UsageError(`--out would write over the edition in ${quote(path)}; name another file.`);
  }
  try {
    writeFiles([[path, witness]]);
  } catch (error) {
    throw new Error(describeFailure(path, error), { cause: error });
  }
}
