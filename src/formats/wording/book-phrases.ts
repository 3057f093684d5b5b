import type { Language } from '../../contract/schema.ts';
import { apparatusPhrases } from './apparatus-phrases.ts';
import { createWording, type Phrase, type Wording } from './create-wording.ts';

/** The words of books, feeds and other files, which the pages of the site use too. */
export const bookPhrases = {
  ...apparatusPhrases,
  site: ['正本', '正本'],
  motto: ['正本清源：復原網頁文字，並記每一處校改。', '正本清源：复原网页文字，并记每一处校改。'],
  catalogue: ['目錄', '目录'],
  apparatus: ['校記', '校记'],
  hantLong: ['繁體', '繁体'],
  hansLong: ['簡體', '简体'],
  emendations: ['{n} 處校改', '{n} 处校改'],
  removals: ['{n} 處刪去', '{n} 处删去'],
  witness: ['底本', '底本'],
  source: ['出處', '出处'],
  encoding: ['編碼', '编码'],
  checksum: ['SHA-256', 'SHA-256'],
  footer: ['底本不改一字；凡所校改，皆有記錄。', '底本不改一字；凡所校改，皆有记录。'],
} as const satisfies Record<string, Phrase>;

/** The words of files in one script. */
export function bookWordingIn(language: Language): Wording<keyof typeof bookPhrases> {
  return createWording(bookPhrases, language);
}
