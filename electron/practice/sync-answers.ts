import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CustomAction } from '../../shared/catalog/action.ts';
import type { Catalog, Field } from '../../shared/catalog/field.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import { answerError } from './answers.ts';
import type { LeadBook } from './lead-book.ts';
import { isBearer } from './is-bearer.ts';
import { readBody } from './read-body.ts';
import { searchBook } from './sync-search.ts';

/** Beginning of every address of the Sync API. */
export const SYNC_PATH = '/autoupdate/v2/';

/** What the pretend Sync API speaks from. Actions and team may be absent, as in a server that was given fields alone. */
export type SyncSources = {
  readonly enterpriseId: string;
  /** The Sync token; an Async one is refused like any other. */
  readonly token: string;
  readonly catalog: Catalog & {
    readonly actions?: readonly CustomAction[];
    readonly team?: readonly TeamMember[] | null;
  };
  readonly book: LeadBook;
};

/** Telecrm's Sync API in the documented shapes, with the token checked first. */
export async function answerSync(
  request: IncomingMessage,
  response: ServerResponse,
  sources: SyncSources,
): Promise<void> {
  const url = new URL(request.url ?? '', 'http://127.0.0.1');
  const [, enterpriseId, call] = /^\/autoupdate\/v2\/enterprise\/([^/]+)\/(.+)$/u.exec(url.pathname) ?? [];
  const body = request.method === 'POST' ? await readBody(request) : Buffer.alloc(0);
  if (body === null) {
    return;
  }
  if (!isBearer(request, sources.token) || enterpriseId !== sources.enterpriseId) {
    answerError(response, 401, { code: 'NOT_AUTHORIZED', message: 'Not authorized' });
    return;
  }
  const reply = replyTo(`${request.method} ${call}`, url.searchParams, body, sources);
  if (reply === null) {
    answerError(response, 404, { code: 'NOT_FOUND', message: 'There is nothing here' });
  } else if (reply === 'bad-request') {
    answerError(response, 400, {
      code: 'BAD_REQUEST',
      message: 'skip, limit or body is not as it should be',
    });
  } else {
    const text = JSON.stringify(reply);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(text);
  }
}

function replyTo(
  call: string,
  query: URLSearchParams,
  body: Buffer,
  { catalog, book }: SyncSources,
): object | 'bad-request' | null {
  const isDetailed = query.get('detail') === 'true';
  switch (call) {
    case 'GET metadata':
      return { name: 'Practice Telecrm', leadIdentifierFieldId: idOf(catalog.identifier) };
    case 'GET custom-fields':
      return { customFields: catalog.fields.map((field) => listedField(field, catalog, isDetailed)) };
    case 'GET custom-actions':
      return { customActions: (catalog.actions ?? []).map(listedAction) };
    case 'GET lead-stage-pipeline':
      return pipelineOf(catalog);
    case 'GET team-members': {
      const team = catalog.team ?? [];
      const page = pageOf(query, 10);
      return page === null
        ? 'bad-request'
        : { data: team.slice(page.skip, page.skip + page.limit).map(listedMember), total_count: team.length };
    }
    case 'POST lead/search': {
      const page = pageOf(query, 100);
      const found = searchBook(body, book);
      return page === null || found === null
        ? 'bad-request'
        : {
            data: found
              .slice(page.skip, page.skip + page.limit)
              .map((lead) => ({ id: idOf(lead.identifier), fields: lead.fields })),
            total_count: found.length,
          };
    }
    default:
      return null;
  }
}

function pageOf(
  query: URLSearchParams,
  most: number,
): { readonly skip: number; readonly limit: number } | null {
  const skip = Number(query.get('skip') ?? '0');
  const limit = Number(query.get('limit') ?? String(most));
  const isGood =
    Number.isSafeInteger(skip) && skip >= 0 && Number.isSafeInteger(limit) && limit >= 1 && limit <= most;
  return isGood ? { skip, limit } : null;
}

function listedField(field: Field, catalog: Catalog, isDetailed: boolean): object {
  const options = field.type === 'dropdown' || field.type === 'tags' ? (field.options ?? []) : [];
  return {
    ...(isDetailed ? { id: idOf(field.apiName) } : {}),
    type: wireType(field.type),
    apiName: field.apiName,
    description: '',
    lockAfterCreate: field.isLockedAfterCreate === true,
    isLeadid: field.apiName === catalog.identifier,
    options: isDetailed
      ? options.map((label) => ({ id: idOf(`${field.apiName}/${label}`), label }))
      : options,
  };
}

function listedAction(action: CustomAction): object {
  return {
    code: action.type,
    displayName: action.label,
    source: 'CUSTOM',
    fieldSchema: Object.fromEntries(
      action.fields.map((field) => [
        field.apiName,
        { type: wireType(field.type), ...(field.options === null ? {} : { options: field.options }) },
      ]),
    ),
    allowPredatedActivity: { enabled: action.allowsOwnTime === true },
  };
}

function listedMember({ name, email, isActive }: TeamMember): object {
  return { name, email, status: isActive ? 'ACTIVE' : 'INACTIVE' };
}

function pipelineOf({ fields }: Catalog): object {
  const status = fields.find(({ type }) => type === 'status');
  const labels = status?.options ?? ['Fresh', 'Won', 'Lost'];
  const lost = status?.lostOptions ?? labels.filter((label) => /^lost$/iu.test(label));
  const stageOf = (label: string): string => {
    if (lost.includes(label)) {
      return 'LOST';
    }
    return /^won$/iu.test(label) ? 'WON' : 'OPEN';
  };
  const reasons = fields.find(({ type }) => type === 'lostReason')?.options ?? [];
  return {
    leadStages: ['OPEN', 'WON', 'LOST'].map((stageType) => ({
      stageType,
      activeStatuses: labels.filter((label) => stageOf(label) === stageType).map((label) => ({ label })),
      archivedStatuses: [],
    })),
    activeLeadLostReasons: reasons.map((reasonLabel) => ({ reasonLabel })),
  };
}

/** `lostReason` is `LOST_REASON` there. */
function wireType(type: string): string {
  return type.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1_$2').toUpperCase();
}

/** 24 hex characters, the same for the same name at every start. */
function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 24);
}
