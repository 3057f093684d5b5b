import packed from '../../../data/fold.txt?packed';
import { unpackFold } from './pack-fold.ts';

/** The fold table in the browser, where scripts are compared. */
export const table = unpackFold(packed);
