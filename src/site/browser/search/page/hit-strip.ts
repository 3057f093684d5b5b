import type { BlockHits } from '../../../search/find-hits.ts';
import type { SearchText } from '../../../search/searched-blocks.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** A bar has its full height from so many hits on. */
const FULL = 5;

/** Where in a text the hits lie: a bar for each paragraph that has any, as high as it has many. */
export function hitStrip({ blocks }: SearchText, found: readonly BlockHits[], label: string): SVGSVGElement {
  const counts = new Map(found.map(({ id, hits }) => [id, hits.length]));
  const strip = make('svg', {
    class: 'hit-strip',
    viewBox: `0 0 ${blocks.length} ${FULL}`,
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': label,
  });
  const title = make('title', {});
  title.textContent = label;
  strip.append(title);
  for (const [n, [id]] of blocks.entries()) {
    const height = Math.min(counts.get(id) ?? 0, FULL);
    if (height > 0)
      strip.append(make('rect', { x: `${n}`, y: `${FULL - height}`, width: '0.8', height: `${height}` }));
  }
  return strip;
}

function make<Name extends 'svg' | 'rect' | 'title'>(
  name: Name,
  attributes: Record<string, string>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
