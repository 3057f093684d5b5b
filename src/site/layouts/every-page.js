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
