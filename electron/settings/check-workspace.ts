import { apiNameTwice } from '../../shared/catalog/api-name-twice.ts';
import { checkApiUrl, checkEnterpriseId } from '../../shared/catalog/endpoint.ts';
import { identifierFieldOf } from '../../shared/catalog/identifier-field.ts';
import { workspaceSchema, type Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';

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
  return identifierFieldOf(whole.data) === null
    ? failed({ kind: 'field-not-in-workspace', apiName: whole.data.identifier })
    : success(whole.data);
}
