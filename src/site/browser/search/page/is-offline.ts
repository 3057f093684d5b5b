import { address } from '../../../addresses/addresses.ts';
import { INDEX_FOLDER, INDEX_PLAN } from '../../../search/index-plan.ts';

/**
 * Is the site out of reach? A browser without a network may still reach a site on the same machine, so the site itself is
 * asked, by a method that the service worker does not answer.
 */
export async function isOffline(): Promise<boolean> {
  if (navigator.onLine) return false;
  const asked = fetch(address(INDEX_FOLDER + INDEX_PLAN), { method: 'HEAD', cache: 'no-store' });
  return asked.then(
    () => false,
    () => true,
  );
}
