/** Undoing the damage to a text's encoding. */
import { amend, type Reading } from '../reading.ts';
import { ROUNDS } from './constants.ts';
import { repairEntities } from './entities.ts';
import { repairMirror } from './mirror.ts';
import { repairMojibake } from './mojibake/mojibake.ts';
import { repairRepeated } from './repeated.ts';
import type { RepairRules } from './rules.ts';
import { isProven, type Survey, survey } from './survey.ts';
import { repairUnencodable } from './unencodable.ts';
import { mayHaveWatermarks, repairWatermark } from './watermark.ts';

/** Anything a mirror can have left. Whatever does not match is handed back as it is. */
const suspect = /[\u0001-\u0008]|[(?][a-zà-ǜ]{1,6} ?\)/;

/**
 * `reading` with the damage of its encoding undone: 商務(wù) → 商務, 因?yàn)樵赾rm → 因為在crm. What is sound comes
 * back untouched; what cannot be settled stays and is remarked as a crux.
 */
export function repair(reading: Reading, rules: RepairRules): Reading {
  let current = reading;
  for (let round = 0; round < ROUNDS.repair; round++) {
    const next = repairOnce(current, rules);
    if (next.text === current.text) return round === 0 ? next : current;
    current = next;
  }
  return current;
}

/** What a mirror tore looks like text read in a wrong encoding: it is joined first, and the rest left to the next round. */
function repairOnce(reading: Reading, rules: RepairRules): Reading {
  const document = suspect.test(reading.text) ? survey(reading.text, rules) : undefined;
  const isMirror = document !== undefined && isProven(document, rules);
  const decoded = isMirror ? repairEntities(reading, rules) : repairDecoding(reading, rules);
  return repairMirrored(decoded, decoded === reading ? document : undefined, rules);
}

/**
 * `reading` with mojibake and left-over references undone: 鍥犱负&amp;nbsp; → 因为. Each can hide the other, so both are gone
 * through until nothing changes; what would never settle is handed back as it is.
 */
export function repairDecoding(reading: Reading, rules: RepairRules): Reading {
  let current = reading;
  for (let round = 0; round < ROUNDS.repair; round++) {
    const next = repairMojibake(repairEntities(current, rules), rules);
    if (next.text === current.text) return next;
    current = next;
  }
  return reading;
}

/** `known` is the survey of `reading`, where it has been made. */
function repairMirrored(reading: Reading, known: Survey | undefined, rules: RepairRules): Reading {
  if (!suspect.test(reading.text) && !mayHaveWatermarks(reading.text, rules)) return reading;
  const spread = amend(reading, repairRepeated(reading.text, rules));
  const document = spread === reading && known ? known : survey(spread.text, rules);
  if (spread === reading && !isProven(document, rules))
    return amend(reading, repairWatermark(reading.text, document, rules));
  const { edits, remarks } = repairMirror(spread.text, document, rules);
  const joined = amend(spread, edits, remarks);
  const mended = amend(joined, repairUnencodable(joined.text));
  return amend(mended, repairWatermark(mended.text, document, rules));
}
