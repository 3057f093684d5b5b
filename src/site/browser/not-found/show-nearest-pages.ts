import { type KnownPage, nearestPages } from './nearest-pages.ts';

/** Shows a lost reader the pages with the nearest addresses; where the list of pages cannot be had, nothing. */
export async function showNearestPages(): Promise<void> {
  const region = document.getElementById('nearest');
  const { list, base } = region?.dataset ?? {};
  if (!region || list === undefined || base === undefined) return;
  const answer = await fetch(list);
  if (!answer.ok) return;
  const wanted = decodePath(location.pathname).replace(base, '');
  const found = nearestPages(wanted, parse(await answer.text()));
  region.querySelector('ul')?.append(...found.map((page) => entry(page, base)));
  region.hidden = found.length === 0;
}

/** An address may hold escapes that are none. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function parse(text: string): KnownPage[] {
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => {
    const [path = '', title = ''] = line.split('\t');
    return { path, title };
  });
}

function entry({ path, title }: KnownPage, base: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + path;
  link.textContent = title;
  item.append(link);
  return item;
}
