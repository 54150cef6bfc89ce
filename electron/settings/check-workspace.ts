import { apiNameTwice } from '../../shared/catalog/api-name-twice.ts';
import { checkApiUrl, checkEnterpriseId } from '../../shared/catalog/endpoint.ts';
import { findField, type FieldType } from '../../shared/catalog/field.ts';
import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import { workspaceSchema, type Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';

/** Telecrm recognises people by a field of one of these types (its documentation, "Lead identifier"). */
const IDENTIFIER_TYPES: readonly FieldType[] = ['phone', 'email', 'text'];

/**
 * Checks a workspace before it is kept, and answers with it as it is kept: address without a slash at its end,
 * enterprise id without blanks. The enterprise id may be empty, because a file can be prepared before Telecrm is
 * connected.
 */
export function checkWorkspace(workspace: Workspace): Result<Workspace, Failure> {
  const apiUrl = checkApiUrl(workspace.apiUrl);
  if (!apiUrl.ok) {
    return apiUrl;
  }
  const enterpriseId = checkEnterpriseId(workspace.enterpriseId);
  if (!enterpriseId.ok && enterpriseId.failure.kind !== 'enterprise-id-missing') {
    return enterpriseId;
  }
  const whole = workspaceSchema.safeParse({
    ...workspace,
    apiUrl: apiUrl.value,
    enterpriseId: enterpriseId.ok ? enterpriseId.value : '',
  });
  if (!whole.success) {
    return failed({ kind: 'bad-request', detail: 'The workspace is not whole.' });
  }
  const twice =
    apiNameTwice(whole.data.fields.map(({ apiName }) => apiName)) ??
    apiNameTwice(whole.data.actions.map(({ type }) => type));
  if (twice !== null) {
    return failed({ kind: 'api-name-twice', apiName: twice });
  }
  const identifier = findField(catalogOf(whole.data), whole.data.identifier);
  return identifier !== undefined && IDENTIFIER_TYPES.includes(identifier.type)
    ? success(whole.data)
    : failed({ kind: 'field-not-in-workspace', apiName: whole.data.identifier });
}
