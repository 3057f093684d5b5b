/**
 * Makes the tables in `src/data/` anew from their sources. Needs Debian's packages `unicode-data`, `sunpinyin-data` and
 * `sunpinyin-utils`, and npm's registry (for jieba's dictionary); everything else is in `node_modules`. Run it after
 * raising a version, and read the diff.
 *
 *     npm run data
 */
import { big5Table } from './data/big5.ts';
import { foldPairs, foldTable } from './data/fold.ts';
import { charactersOf, gbkTable } from './data/gbk.ts';
import { openGram } from './data/open-gram.ts';
import { pairTable } from './data/pairs.ts';
import { readingTable } from './data/readings.ts';
import { simplifiedOnlyTable } from './data/simplified-only.ts';
import { singleByteTable } from './data/single-byte.ts';
import { save } from './data/table.ts';
import { wordTable } from './data/words.ts';

const gbk = gbkTable();
const inGbk = charactersOf(gbk);
const fold = await foldPairs();
const model = openGram();

const tables = [
  ...[gbk, big5Table(), singleByteTable(), foldTable(fold), simplifiedOnlyTable(fold, inGbk)],
  ...[readingTable(inGbk), wordTable(model, fold, inGbk), pairTable(model, fold)],
];
tables.forEach(save);
