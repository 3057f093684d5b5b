(({ dataset }, sheet) => {
  dataset.script = '';
  try {
    for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem('zhengben') ?? '{}')))
      if (/^[a-z]+ [a-z]+$/.test(`${name} ${value}`)) dataset[name] = value;
  } catch {}
  if (dataset.vertical !== 'on' || !sheet) return;
  const link = document.createElement('link');
  document.head.append(Object.assign(link, { rel: 'stylesheet', href: sheet, blocking: 'render' }));
})(document.documentElement, document.currentScript.dataset.sheet);
async function fetchDocument(address) {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  await new Promise((onload, onerror) => Object.assign(request, { onload, onerror }).send());
  return request.responseXML;
}
((link) => {
  let fetched;
  const find = (selector) => document.querySelector(selector);
  const open = async (q = find('#site-query').value) => {
    const { href } = find(link);
    try {
      fetched ??= fetchDocument(href);
      const page = await fetched;
      page.script ??= page.querySelector('#search-panel script').src;
      await import(page.script);
      dispatchEvent(new CustomEvent('open-search', { detail: { page, q } }));
    } catch (error) {
      console.error(error);
      fetched = undefined;
      location.assign(q ? `${href}?${new URLSearchParams({ q })}` : href);
    }
  };
  addEventListener('keydown', (event) => {
    const isOther = event.ctrlKey || event.metaKey || event.altKey;
    if (!/^[/、]$/.test(event.key) || isOther || event.target.matches?.(':read-write, select')) return;
    event.preventDefault();
    const field = find('main #query');
    field?.focus();
    field?.select();
    if (!field) open(/^.{1,40}$/.exec(`${getSelection()}`.trim())?.[0]);
  });
  addEventListener('click', (event) => {
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (isOther || !event.target.closest?.(`#site-query, ${link}:not([aria-current])`)) return;
    event.preventDefault();
    open();
  });
  for (const kind of ['input', 'compositionend'])
    addEventListener(kind, ({ target, isComposing }) => target.id === 'site-query' && !isComposing && open());
})('a[aria-keyshortcuts="/"]');
