import type { TeamMember } from '../../../shared/catalog/team.ts';

/** A typed list of people, and the lines of it that hold no e-mail address. */
export type TypedTeam = {
  readonly team: readonly TeamMember[];
  readonly wrongLines: readonly { readonly line: number; readonly text: string }[];
};

/** One person a line: name and address in any order, with or without commas and angle brackets around the address. */
export function teamOfText(text: string): TypedTeam {
  const team = new Map<string, TeamMember>();
  const wrongLines: { line: number; text: string }[] = [];
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const line = raw.trim();
    if (line === '') {
      continue;
    }
    const email = /[^\s<>,;"]+@[^\s<>,;"]+\.[^\s<>,;"]+/u.exec(line)?.[0];
    if (email === undefined || email.length > LONGEST_ADDRESS) {
      wrongLines.push({ line: index + 1, text: line });
      continue;
    }
    const name = line
      .replace(email, ' ')
      .replaceAll(/[<>,;"\t]+/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    team.set(email.toLowerCase(), { name: name.slice(0, LONGEST_NAME), email, isActive: true });
  }
  return { team: [...team.values()], wrongLines };
}

/** The text of a team, to be changed. Those who were switched off in Telecrm are not in it. */
export function textOfTeam(team: readonly TeamMember[] | null): string {
  return (team ?? [])
    .filter(({ isActive }) => isActive)
    .map(({ name, email }) => (name === '' ? email : `${name}, ${email}`))
    .join('\n');
}

/** As in the schema of a team member. */
const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 320;
