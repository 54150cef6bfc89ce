import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy, NONCE_PLACE } from './content-security-policy.ts';
import { findPageFile, type PageFile } from './find-page-file.ts';
import { isPageAddress, PAGE_SCHEME } from './page-address.ts';

/** Tells Chromium about our scheme. Has to happen before the `ready` event. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/**
 * Serves the files of `folder`, and lets the session load nothing but them: no other address, no permission, no
 * download.
 */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(PAGE_SCHEME, (request) => {
    const file = request.method === 'GET' ? findPageFile(folder, request.url) : null;
    return file === null ? notFound() : answer(file);
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isPageAddress(details.url) && !details.url.startsWith('data:image/') });
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

async function answer({ filePath, contentType }: PageFile): Promise<Response> {
  let bytes: Buffer;
  try {
    bytes = await readFile(filePath);
  } catch {
    return notFound();
  }
  const headers: Record<string, string> = {
    'Content-Type': contentType,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
  if (!contentType.startsWith('text/html')) {
    return new Response(new Uint8Array(bytes), { headers });
  }
  const nonce = randomBytes(16).toString('base64');
  headers['Content-Security-Policy'] = contentSecurityPolicy(nonce);
  return new Response(bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce), { headers });
}

function notFound(): Response {
  return new Response('', { status: 404 });
}
