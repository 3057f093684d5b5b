import { readSizes, type Sizes } from './sizes.ts';

const nothing: Sizes = { texts: {}, collection: {} };
let sizes: Sizes | undefined;

/** Sizes of the downloads made for this build; there are none in `npm run dev`, which makes each when it is asked for. */
export function downloadSizes(): Sizes {
  const folder = process.env.ZHENGBEN_DOWNLOADS;
  sizes ??= folder ? readSizes(folder) : nothing;
  return sizes;
}
