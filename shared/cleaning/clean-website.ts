import { clean, EMPTY, refused, toCheck, type Cleaner, type CleanValue } from './clean-value.ts';
import { readWebAddresses } from './read-web-addresses.ts';
import { remembering } from './remembering.ts';
import { writtenOut, type WebAddress } from './web-address.ts';

const NOT_A_URL: CleanValue = refused({ kind: 'website-not-a-url' });

/**
 * Cleans websites to a URL with a scheme, because nothing says that Telecrm takes one without: `https://` is added to a bare
 * name, and the user sees it so. The rest stays as typed, but for capital letters in scheme and name. Of several addresses
 * the first is proposed.
 */
export function websiteCleaner(): Cleaner {
  return remembering((text) => {
    const reading = readWebAddresses(text);
    switch (reading.kind) {
      case 'empty':
        return EMPTY;
      case 'none':
        return NOT_A_URL;
      case 'addresses':
        return reading.addresses.every(hasDot) ? firstOf(reading.addresses) : NOT_A_URL;
    }
  });
}

/** A name without a dot leads nowhere outside an office. */
function hasDot({ host }: WebAddress): boolean {
  return host.includes('.');
}

function firstOf(addresses: readonly WebAddress[]): CleanValue {
  const [used = '', ...others] = [...new Set(addresses.map(writtenOut))];
  return others.length === 0 ? clean(used) : toCheck(used, { kind: 'website-several', used, others });
}
