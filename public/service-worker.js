// Keeps pages that were read, so that they can be read again without a network. What the network gives always comes
// first: an edition is never older than it need be. To be rid of it everywhere, publish an empty file under this name:
// browsers fetch it anew and find nothing that answers.
const KEEP = 'zhengben-pages-1';
const MOST = 400;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.url.startsWith(self.registration.scope);
  if (request.method !== 'GET' || !isOurs || request.headers.has('range')) return;
  event.respondWith(isHashed(request) ? fromCache(request) : fromNetwork(request));
});

// Files in _astro/ have their content in their name: another content has another name.
function isHashed({ url }) {
  return url.includes('/_astro/');
}

async function fromCache(request) {
  return (await caches.match(request)) ?? fetchAndKeep(request);
}

async function fromNetwork(request) {
  try {
    return await fetchAndKeep(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (kept) return kept;
    throw error;
  }
}

async function fetchAndKeep(request) {
  const response = await fetch(request);
  if (response.ok && response.type === 'basic' && isKept(request)) {
    const cache = await caches.open(KEEP);
    await cache.put(request, response.clone());
    await trim(cache);
  }
  return response;
}

// Pages, their styles and scripts; not the downloads, which the reader keeps, nor the index, which grows.
function isKept({ destination }) {
  return ['document', 'style', 'script', 'image', 'manifest'].includes(destination);
}

async function trim(cache) {
  const requests = await cache.keys();
  await Promise.all(
    requests.slice(0, Math.max(0, requests.length - MOST)).map((request) => cache.delete(request)),
  );
}

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith('zhengben-') && name !== KEEP);
  await Promise.all(others.map((name) => caches.delete(name)));
}
