import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError } from './answers.ts';
import type { BookedLead, LostLead } from './lead-book.ts';

/** Rows shown; the rest is in the JSON. */
const MOST_ROWS = 200;

/** What was received. */
export type ReceivedView = {
  readonly leads: readonly BookedLead[];
  readonly lost: readonly LostLead[];
  readonly requestCount: number;
};

/**
 * Answers a browser: `/` is a page for people, `/practice/leads` and `/practice/lost` are lists as JSON. Only under this
 * machine's own names: a web page elsewhere whose name was made to lead here must not read the leads.
 */
export function showReceived(request: IncomingMessage, response: ServerResponse, view: ReceivedView): void {
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(request.headers.host ?? '')) {
    answerError(response, 403, { code: 'FORBIDDEN', message: 'Only from this machine' });
    return;
  }
  if (request.url === '/') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
    });
    response.end(receivedPage(view));
    return;
  }
  if (request.url === '/practice/leads') {
    sendJson(response, view.leads);
    return;
  }
  if (request.url === '/practice/lost') {
    sendJson(response, view.lost);
    return;
  }
  answerError(response, 404, { code: 'NOT_FOUND', message: 'There is nothing here' });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** Plain, escaped, without scripts; newest first. */
function receivedPage({ leads, lost, requestCount }: ReceivedView): string {
  const rows = leads
    .slice(0, MOST_ROWS)
    .map(
      (lead) =>
        `<tr><td>${escape(lead.identifier)}</td><td>${escape(JSON.stringify(lead.fields))}</td>` +
        `<td>${lead.requests}</td><td>${escape(dropsInWords(lead.drops))}</td></tr>`,
    );
  const lostRows = lost
    .slice(0, MOST_ROWS)
    .map(
      (lead) =>
        `<tr><td>${escape(JSON.stringify(lead.fields))}</td><td>${escape(dropsInWords(lead.drops))}</td></tr>`,
    );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Practice Telecrm: ${leads.length} leads</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8888; overflow-wrap: anywhere; padding: .4rem; text-align: left; vertical-align: top; }
</style>
<h1>Practice Telecrm</h1>
<p>A pretend Telecrm on this computer. It received ${requestCount} requests and holds ${leads.length} leads.
Nothing here went anywhere else. <a href="/practice/leads">As JSON</a></p>
<h2>Leads</h2>
<table><thead><tr><th>Identifier<th>Fields<th>Requests<th>Dropped without a word</thead>
<tbody>${rows.join('\n')}</tbody></table>
${lostRows.length === 0 ? '' : `<h2>Lost</h2><table><thead><tr><th>Sent<th>Why</thead><tbody>${lostRows.join('\n')}</tbody></table>`}
</html>
`;
}

function dropsInWords(drops: BookedLead['drops']): string {
  return drops.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
