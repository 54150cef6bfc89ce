/** The scheme and host under which the window's own files live. Standard and secure, so that the page has an origin. */
export const PAGE_SCHEME = 'app';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://lead-importer`;

/** What the window shows. */
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** Whether an address belongs to the window's own files. Anything that cannot be read does not. */
export function isPageAddress(address: string): boolean {
  return address.startsWith(`${PAGE_ORIGIN}/`);
}
