/** What the benchmark of the site found, as tables. */
import type { Figures, Weight } from './measure-run.ts';

/** What a collection of one size took. */
export interface Row {
  readonly size: number;
  readonly restored: Figures;
  readonly built: Figures;
  readonly site: Weight;
  /** After a few articles have changed. */
  readonly restoredAgain: Figures;
  readonly builtAgain: Figures;
  readonly starlight?: Figures & Weight;
}

export function tables(rows: readonly Row[], changed: number): string {
  return [timeTable(rows, changed), growthTable(rows), starlightTable(rows)].filter(Boolean).join('\n\n');
}

function timeTable(rows: readonly Row[], changed: number): string {
  return toTable(
    ['articles', 'restored', 'built and indexed', `${changed} changed: restored`, 'built', 'files', 'MB'],
    rows.map(({ size, restored, built, restoredAgain, builtAgain, site }) => [
      size.toLocaleString('en'),
      ...[restored, built, restoredAgain].map(figures),
      `${figures(builtAgain)} (${percent(builtAgain.processor || builtAgain.seconds, built.processor || built.seconds)})`,
      site.files.toLocaleString('en'),
      (site.bytes / 1e6).toFixed(0),
    ]),
  );
}

const figures = ({ seconds, processor, memory }: Figures) =>
  `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor), ${memory.toFixed(0)} MB`;

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`;

/** From each size to the next: how many times as much there is, and how many times as long it takes. */
function growthTable(rows: readonly Row[]): string {
  const times = (of: (row: Row) => number) => (row: Row, before: Row) =>
    `× ${(of(row) / of(before)).toFixed(1)}`;
  const cells = [
    ({ size }: Row, before: Row) => `${before.size.toLocaleString('en')} → ${size.toLocaleString('en')}`,
    times(({ size }) => size),
    times(({ restored }) => restored.processor || restored.seconds),
    times(({ built }) => built.processor || built.seconds),
    times(({ built }) => built.memory),
    times(({ site }) => site.bytes),
  ];
  const body = rows.flatMap((row, index) => {
    const before = index === 0 ? undefined : rows[index - 1];
    return before ? [cells.map((cell) => cell(row, before))] : [];
  });
  return body.length === 0
    ? ''
    : toTable(['growth', 'articles', 'restored', 'built', 'memory', 'bytes'], body);
}

function starlightTable(rows: readonly Row[]): string {
  const body = rows.flatMap(({ size, built, site, starlight: other }) => {
    if (!other) return [];
    const perPage = (time: Figures, { pages }: Weight) => ((time.processor || time.seconds) * 1000) / pages;
    const bytes = ({ pageBytes, pages }: Weight) => pageBytes / pages / 1000;
    const [ours, theirs] = [perPage(built, site), perPage(other, other)];
    return [
      [
        size.toLocaleString('en'),
        `${site.pages.toLocaleString('en')} / ${other.pages.toLocaleString('en')}`,
        `${ours.toFixed(1)} ms / ${theirs.toFixed(1)} ms = ${(ours / theirs).toFixed(2)}`,
        `${bytes(site).toFixed(1)} kB / ${bytes(other).toFixed(1)} kB = ${(bytes(site) / bytes(other)).toFixed(2)}`,
      ],
    ];
  });
  const head = [
    'ours / Starlight',
    'pages',
    'processor time per page, all downloads and index counted',
    'HTML per page',
  ];
  return body.length === 0 ? '' : toTable(head, body);
}

function toTable(head: readonly string[], body: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---:')), ...body.map(line)].join('\n');
}
