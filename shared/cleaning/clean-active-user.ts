import type { TeamMember } from '../catalog/team.ts';
import { emailCleaner } from './clean-email.ts';
import { LONGEST_OPTION } from './clean-label.ts';
import { clean, EMPTY, refused, toCheck, type Cleaner, type CleanValue } from './clean-value.ts';
import { closestLabel } from './closest-label.ts';
import { foldLabel } from './match-label.ts';
import type { Problem } from './problem.ts';
import { remembering } from './remembering.ts';
import { sendableText } from './sendable-text.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/** What is known of the people whom a field may hold. */
export type ActiveUserOptions = {
  /** `null` or empty when not known (a workspace has at least one member): then any e-mail address is taken. */
  readonly team: readonly TeamMember[] | null;
  /** True when addresses that are not in the team are sent as they stand. */
  readonly trustValues: boolean;
};

/**
 * Cleans the e-mail address of a team member, the only thing that Telecrm keeps in such a field. With a known team an
 * address is matched ignoring case and sent as the team lists it; the full name of exactly one active member is as good as
 * her address, and is sent as the address. Anyone else is a problem, members who were switched off too. Without a team the
 * rules are those of an e-mail field.
 */
export function activeUserCleaner({ team, trustValues }: ActiveUserOptions): Cleaner {
  const cleanEmail = emailCleaner();
  if (team === null || team.length === 0) {
    return cleanEmail;
  }
  const find = teamFinder(team);
  const closest = closestMember(team);
  return remembering((text): CleanValue => {
    const value = sendableText(text);
    if (isNothing(value)) {
      return EMPTY;
    }
    if (value.length > LONGEST_OPTION) {
      return refused({ kind: 'text-too-long', limit: LONGEST_OPTION });
    }
    const found = find(value);
    if (found.kind !== 'nobody') {
      return asValue(found, value);
    }
    const address = cleanEmail(value);
    if (address.kind === 'value' && typeof address.value === 'string') {
      const owner = find(address.value);
      if (owner.kind !== 'nobody') {
        return withCheck(asValue(owner, address.value), address.check);
      }
      if (trustValues) {
        return address;
      }
    }
    return refused({ kind: 'member-unknown', value, closest: closest(value) });
  });
}

type Found =
  | { readonly kind: 'active'; readonly email: string }
  | { readonly kind: 'inactive' }
  | { readonly kind: 'several' }
  | { readonly kind: 'nobody' };

const NOBODY: Found = { kind: 'nobody' };

function asValue(found: Exclude<Found, { readonly kind: 'nobody' }>, value: string): CleanValue {
  switch (found.kind) {
    case 'active':
      return clean(found.email);
    case 'inactive':
      return refused({ kind: 'member-not-active', value, closest: null });
    case 'several':
      return refused({ kind: 'member-name-shared', value, closest: null });
  }
}

/** Of several addresses in one cell the first is proposed, as in an e-mail field. */
function withCheck(result: CleanValue, check: Problem | null): CleanValue {
  return result.kind === 'value' && check !== null ? toCheck(result.value, check) : result;
}

/** Addresses go before names; among people with one address or name the active ones count. */
function teamFinder(team: readonly TeamMember[]): (text: string) => Found {
  const exact = new Map(team.map((member) => [member.email, foundAmong([member])]));
  const byEmail = groupedBy(team, ({ email }) => email);
  const byName = groupedBy(team, ({ name }) => name);
  return (text) => exact.get(text) ?? byEmail.get(foldLabel(text)) ?? byName.get(foldLabel(text)) ?? NOBODY;
}

function groupedBy(
  team: readonly TeamMember[],
  keyOf: (member: TeamMember) => string,
): ReadonlyMap<string, Found> {
  const groups = new Map<string, TeamMember[]>();
  for (const member of team) {
    const key = foldLabel(keyOf(member));
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return new Map(
    [...groups].filter(([key]) => key !== '').map(([key, members]) => [key, foundAmong(members)]),
  );
}

function foundAmong(members: readonly TeamMember[]): Found {
  const [first, ...others] = members.filter(({ isActive }) => isActive);
  if (first === undefined) {
    return { kind: 'inactive' };
  }
  return others.every(({ email }) => email === first.email)
    ? { kind: 'active', email: first.email }
    : { kind: 'several' };
}

/** The address of the active member whose address or name is most like a text; `null` when none is, or two are. */
function closestMember(team: readonly TeamMember[]): (text: string) => string | null {
  const active = team.filter(({ isActive }) => isActive);
  const byEmail = closestLabel(active.map(({ email }) => email));
  const byName = closestLabel(active.map(({ name }) => name));
  return (text) => {
    if (text.includes('@')) {
      return byEmail(text);
    }
    const name = byName(text);
    const [member, ...namesakes] = active.filter((one) => one.name === name);
    return namesakes.length === 0 ? (member?.email ?? null) : null;
  };
}
