/**
 * What a page may load and do. Scripts and styles come from files of this site only; `wasm-unsafe-eval` lets Pagefind's
 * search run and no script of text. No code of ours turns text into markup, so no Trusted Types policy may be made at all.
 */
const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** The Content Security Policy of every page, as `<meta http-equiv="content-security-policy">` takes it. */
export const securityPolicy = Object.entries(directives)
  .map((directive) => directive.join(' '))
  .join('; ');
