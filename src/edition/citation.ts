import type { FrontMatter } from '../contract/schema.ts';

/** What a citation says of a text, and where it is to be found. */
type Cited = Pick<FrontMatter, 'title' | 'author' | 'publisher' | 'date' | 'slug' | 'lang'> & {
  address: string;
};

/**
 * A text cited by GB/T 7714-2015, as an electronic source, without the day of access, which only the reader knows:
 * `葉開. 致馬化騰先生的一封信[EB/OL]. i天下網商, 2012(2012-08-31). https://…`
 */
export function citeGbt({ title, author, publisher, date, address }: Cited): string {
  const day = date && date.length > 4 ? `(${date})` : '';
  const imprint = publisher
    ? `${[publisher, date?.slice(0, 4)].filter(Boolean).join(', ')}${day}`
    : date && `(${date})`;
  return [...(author ? [author] : []), `${title}[EB/OL]`, ...(imprint ? [imprint] : []), address].join('. ');
}

/** The same as an entry for BibTeX, in the fields of biblatex's `@online`. */
export function citeBibtex({ title, author, publisher, date, slug, lang, address }: Cited): string {
  const fields: Array<[string, string | undefined]> = [
    ['author', author && `{${escapeTex(author)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['organization', publisher && escapeTex(publisher)],
    ['date', date],
    ['url', address],
    ['langid', lang === 'zh-Hans' ? 'chinese-simplified' : 'chinese-traditional'],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@online{${slug},\n${lines.join(',\n')}\n}`;
}

/** Characters that mean something to TeX: `R&D 100%` → `R\&D 100\%`. */
function escapeTex(text: string): string {
  return text.replaceAll(/[\\{}&%$#_~^]/g, (character) => tex[character] ?? `\\${character}`);
}

const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
