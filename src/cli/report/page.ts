/** The page that `--report` writes. */
import { type Bar, drawBars } from './charts.ts';
import { type Html, html } from './html.ts';
import { labelOf } from './labels.ts';
import { style } from './style.ts';
import { bounds, type Listed, type ListedDocument, type ListedPlace, type Total } from './tally.ts';

/**
 * A page in itself: no script, nothing from elsewhere, and a policy that allows neither. What texts and names hold is text
 * in it; words of spam that were taken out are not in it.
 */
export function printReport(total: Total): string {
  const page = html`<!doctype html>
<html lang="zh-Hant">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>正本 校記總覽</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>校記總覽 <span lang="en">What was restored</span></h1>
${printSummary(total)}
${printPlaces(total.places)}
${printCharts(total)}
${printDocuments(total.documents)}
</main>
</body>
</html>
`;
  return page.html;
}

function printSummary({ statuses, characters, copies, likenesses }: Total): Html {
  const documents = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  const copied =
    copies + likenesses === 0 ? html`` : html` · 重文 ${copies} 篇 copies · 近似 ${likenesses} 篇 much alike`;
  return html`<p class="quiet">文 ${documents} 篇 documents · ${characters} 字 characters${copied}</p>
${drawBars(toBars(statuses, ['failed', 'review', 'repaired', 'untouched']), '狀態 Status', 'vermilion')}`;
}

function toBars(counts: ReadonlyMap<string, number>, order?: readonly string[]): Bar[] {
  const names = order ?? [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return names.flatMap((name) => {
    const count = counts.get(name);
    return count === undefined ? [] : [{ label: labelOf(name), count }];
  });
}

function printPlaces(places: Listed<ListedPlace>): Html {
  const list =
    places.items.length === 0
      ? html`<p class="quiet">無 none</p>`
      : html`<ol>${places.items.map(printPlace)}</ol>`;
  return html`<section><h2>待審 <span lang="en">To be looked at</span></h2>${list}${printRest(places)}</section>`;
}

function printPlace({
  kind,
  before,
  text,
  after,
  sic,
  alternatives,
  reason,
  document,
  language,
}: ListedPlace): Html {
  const found = sic === undefined ? html`` : html` · 原作 found ${sic}`;
  const others = alternatives.length === 0 ? html`` : html` · 或作 or ${alternatives.slice(0, 3).join('、')}`;
  return html`<li><blockquote lang="${language}">…${before}<mark class="${kind}">${text}</mark>${after}…</blockquote>
<p class="quiet">${labelOf(kind)}${found}${others} · ${labelOf(reason)} · ${document}</p></li>
`;
}

function printCharts({ emendations, certainties, removals, lengths, densities }: Total): Html {
  const certain = toBars(certainties, ['high', 'medium', 'low']);
  return html`<section><h2>分布 <span lang="en">Distributions</span></h2><div class="charts">
${printChart('校改 Emendations', toBars(emendations), 'vermilion')}
${printChart('確度 Certainty', certain, 'vermilion')}
${printChart('刪去 Removals', toBars(removals), 'ink')}
${printChart('每千字校改 Emendations in 1,000 characters', toColumns(densities, bounds.densities), 'vermilion')}
${printChart('篇幅 Characters of a text', toColumns(lengths, bounds.lengths), 'ink')}
</div></section>`;
}

function printChart(title: string, bars: readonly Bar[], ink: 'ink' | 'vermilion'): Html {
  return html`<figure><h3>${title}</h3>${drawBars(bars, title, ink)}</figure>`;
}

function toColumns(counts: readonly number[], limits: readonly number[]): Bar[] {
  return counts.map((count, column) => {
    const limit = limits[column];
    const label =
      limit === undefined ? `＞ ${limits.at(-1)?.toLocaleString('en')}` : `≤ ${limit.toLocaleString('en')}`;
    return { label, count };
  });
}

function printDocuments(documents: Listed<ListedDocument>): Html {
  return html`<section><h2>篇目 <span lang="en">Documents</span></h2><div class="wide"><table>
<thead><tr><th>文 document</th><th>狀態 status</th><th class="number">字 characters</th><th class="number">校改 emendations</th><th class="number">待審 to look at</th></tr></thead>
<tbody>
${documents.items.map(printDocument)}</tbody></table></div>${printRest(documents)}</section>`;
}

function printDocument({
  name,
  title,
  language,
  status,
  characters,
  changes,
  doubtful,
  note,
}: ListedDocument): Html {
  const titled = title === '' ? html`` : html`<span lang="${language}">${title}</span>`;
  const noted = note === '' ? html`` : html`<small>${note}</small>`;
  return html`<tr><td>${titled}<small>${name}</small>${noted}</td><td class="status ${status}">${labelOf(status)}</td><td class="number">${characters}</td><td class="number">${changes}</td><td class="number">${doubtful}</td></tr>
`;
}

function printRest<T>({ items, count }: Listed<T>): Html {
  const rest = count - items.length;
  return rest === 0 ? html`` : html`<p class="quiet">另有 ${rest} 項未列 and ${rest} more</p>`;
}
