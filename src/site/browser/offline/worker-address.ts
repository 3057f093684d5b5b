interface Policy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** A policy can be made only once. */
let policy: Policy | undefined;

/**
 * The address of the service worker, as the security policy of the pages asks for it: of a type that is trusted. No other
 * script gets one.
 */
export function workerAddress(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('zhengben-offline', { createScriptURL: refuseOthers });
  return policy?.createScriptURL(address) ?? address;
}

function refuseOthers(address: string): string {
  const { origin, pathname } = new URL(address, location.href);
  if (origin === location.origin && pathname.endsWith('/service-worker.js')) return address;
  throw new Error(`${address} is not the service worker of this site.`);
}
