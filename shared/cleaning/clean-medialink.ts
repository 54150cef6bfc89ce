import { clean, EMPTY, refused, toCheck, type Cleaner, type CleanValue } from './clean-value.ts';
import { isPublicHost } from './public-host.ts';
import { readWebAddresses } from './read-web-addresses.ts';
import { remembering } from './remembering.ts';
import { writtenOut, type WebAddress } from './web-address.ts';

const NOT_A_URL: CleanValue = refused({ kind: 'link-not-a-url' });
const NOT_PUBLIC: CleanValue = refused({ kind: 'link-not-public' });

/** A place on a computer, a phone or a shared drive: C:\…, \\server\…, /home/…, ~/…, file:///…, content://… */
const OWN_PLACE = /^(?:[a-z]:[\\/]|\\\\|\/(?!\/)|~\/|(?:file|content|blob|data|smb|ftp|sftp):)/iu;

/**
 * Cleans links to files to a URL that everybody can reach, as Telecrm asks for: `http` or `https`, and no computer, phone
 * or office network. Whether a shared drive lets strangers in cannot be seen from a link, so those of Google Drive and the
 * like go. A bare name gets `https://`, as for websites; of several links the first is proposed.
 */
export function medialinkCleaner(): Cleaner {
  return remembering((text) => {
    const reading = readWebAddresses(text);
    switch (reading.kind) {
      case 'empty':
        return EMPTY;
      case 'none':
        return OWN_PLACE.test(reading.text) ? NOT_PUBLIC : NOT_A_URL;
      case 'addresses':
        return reading.addresses.every(({ host }) => isPublicHost(host))
          ? firstOf(reading.addresses)
          : NOT_PUBLIC;
    }
  });
}

function firstOf(addresses: readonly WebAddress[]): CleanValue {
  const [used = '', ...others] = [...new Set(addresses.map(writtenOut))];
  return others.length === 0 ? clean(used) : toCheck(used, { kind: 'link-several', used, others });
}
