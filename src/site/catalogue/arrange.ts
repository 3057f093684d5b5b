import type { Language } from '../../contract/schema.ts';
import { chineseNumber } from '../wording/chinese-number.ts';
import { wordingIn } from '../wording/phrases.ts';
import { compareNames, initialOf } from './initials.ts';
import { publisherKey } from './publishers.ts';
import type { Summary } from './summarize.ts';

/** How the catalogue can be ordered. The first is the order of the home page. */
export const orders = ['date', 'title', 'publisher'] as const;
export type Order = (typeof orders)[number];

/** A heading over some entries; `id` is its anchor. */
export interface Group {
  id: string;
  label: string;
}

/** A text with the heading it stands under. */
export interface Listed {
  summary: Summary;
  group: Group;
}

/** All texts in an order, each under its heading: the year, the initial of the title, the publisher. */
export function arrange(summaries: readonly Summary[], order: Order, language: Language): Listed[] {
  const groupOf = groupings[order](language);
  return sorted(summaries, order, language).map((summary) => ({ summary, group: groupOf(summary) }));
}

/** The texts of one year, by month. */
export function arrangeYear(summaries: readonly Summary[], language: Language): Listed[] {
  return sorted(summaries, 'date', language).map((summary) => {
    const month = Number(summary.hant.date?.slice(5, 7) ?? 0);
    return { summary, group: { id: `m${month}`, label: month > 0 ? `${chineseNumber(month)}月` : '' } };
  });
}

function sorted(summaries: readonly Summary[], order: Order, language: Language): Summary[] {
  const byName = compareNames(language);
  const of = language === 'zh-Hant' ? ({ hant }: Summary) => hant : ({ hans }: Summary) => hans;
  const byTitle = (a: Summary, b: Summary) => byName(of(a).title, of(b).title) || (a.slug < b.slug ? -1 : 1);
  const byDate = (a: Summary, b: Summary) => -compareText(of(a).date ?? '', of(b).date ?? '');
  const byPublisher = (a: Summary, b: Summary) => comparePublishers(of(a).publisher, of(b).publisher, byName);
  const comparisons = {
    date: [byDate, byTitle],
    title: [byTitle],
    publisher: [byPublisher, byDate, byTitle],
  };
  return summaries.toSorted((a, b) => {
    for (const compare of comparisons[order]) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Texts without a publisher come last; names that are one publisher stand together. */
function comparePublishers(
  a: string | undefined,
  b: string | undefined,
  byName: (a: string, b: string) => number,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [one, other] = [publisherKey(a), publisherKey(b)];
  return byName(one, other) || compareText(one, other);
}

type Grouping = (language: Language) => (summary: Summary) => Group;

const groupings: Record<Order, Grouping> = {
  date: (language) => {
    const undated = wordingIn(language)('undated');
    return ({ hant }) => {
      const year = hant.date?.slice(0, 4);
      return year === undefined ? { id: 'undated', label: undated } : { id: `y${year}`, label: year };
    };
  },
  title: (language) => {
    const word = wordingIn(language);
    const unlettered = (id: string) => word(id === 'figures' ? 'figureTitles' : 'otherTitles');
    return ({ hant, hans }) => {
      const { id, label } = initialOf((language === 'zh-Hant' ? hant : hans).title, language);
      return { id, label: label || unlettered(id) };
    };
  },
  publisher: (language) => {
    const unknown = wordingIn(language)('unknownPublisher');
    return ({ hant, hans }) => {
      const name = (language === 'zh-Hant' ? hant : hans).publisher;
      const key = hans.publisher === undefined ? 'unknown' : publisherKey(hans.publisher);
      return { id: key, label: name ?? unknown };
    };
  },
};
