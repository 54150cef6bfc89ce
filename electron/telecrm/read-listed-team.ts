import { teamMemberSchema, type TeamMember } from '../../shared/catalog/team.ts';
import { firstTextIn, listIn, objectIn } from './sync-wire.ts';

/** One page of a list that comes in pages. */
export type ListedPage<Item> = {
  readonly items: readonly Item[];
  /** Items of the page that were there at all, understood or not. */
  readonly length: number;
  /** Items of all pages; `null` where it is not told. */
  readonly total: number | null;
};

/** One page of the answer to `team-members`; `null` where there is no list, or nothing in it is a person. */
export function readListedTeam(json: unknown): ListedPage<TeamMember> | null {
  const items = listIn(json, ['teamMembers', 'members', 'users']);
  if (items === null) {
    return null;
  }
  const members = items.flatMap((item) => {
    const object = objectIn(item) ?? {};
    const member = teamMemberSchema.safeParse({
      name: firstTextIn(object, ['name', 'displayName'])?.slice(0, 200) ?? '',
      email: firstTextIn(object, ['email', 'emailId']) ?? '',
      isActive: isActive(object['status'] ?? object['isActive']),
    });
    return member.success && member.data.email.includes('@') ? [member.data] : [];
  });
  return items.length > 0 && members.length === 0
    ? null
    : { items: members, length: items.length, total: totalIn(json) };
}

/** How many there are in all pages together. */
export function totalIn(json: unknown): number | null {
  const object = objectIn(json);
  const total = object?.['total_count'] ?? object?.['totalCount'] ?? object?.['total'];
  return typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : null;
}

/** Who is not said to be switched off is not. */
function isActive(status: unknown): boolean {
  return typeof status === 'string' ? /^(?:active|enabled)$/iu.test(status) : status !== false;
}
