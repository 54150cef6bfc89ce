import { parseArgs } from 'node:util';
import { failed, success, type Result } from '../../shared/result.ts';
import { SPEEDS, type Speed } from '../../shared/sending/status.ts';

/** What every command that reads a file shares. */
type FileOptions = {
  readonly file: string;
  /** `null`: the file's only sheet. */
  readonly sheet: string | null;
  /** Paths; `null` where not given. */
  readonly recipe: string | null;
  readonly workspace: string | null;
  readonly json: boolean;
};

/** What every command that sends shares. */
type SendOptions = {
  readonly dataDir: string | null;
  readonly tokenFromStdin: boolean;
  readonly json: boolean;
};

/** A command line that was understood. */
export type Command =
  | { readonly kind: 'help' }
  | ({ readonly kind: 'rows' } & FileOptions)
  | ({ readonly kind: 'check'; readonly problems: ProblemRule } & FileOptions)
  | ({
      readonly kind: 'import';
      readonly enterprise: string | null;
      readonly apiUrl: string | null;
      readonly speed: Speed;
      readonly problems: ProblemRule;
      readonly yes: boolean;
      readonly report: string | null;
    } & FileOptions &
      SendOptions)
  | ({
      readonly kind: 'resume';
      readonly importId: string | null;
      readonly report: string | null;
    } & SendOptions)
  | {
      readonly kind: 'catalog';
      /** Paths; `null` where not given. */
      readonly workspace: string | null;
      readonly save: string | null;
      readonly enterprise: string | null;
      readonly apiUrl: string | null;
      readonly tokenFromStdin: boolean;
      readonly json: boolean;
    }
  | { readonly kind: 'practice'; readonly port: number; readonly json: boolean };

/** The words that begin a command line; anything else the packaged program takes for files to open. */
export const COMMANDS = ['check', 'import', 'resume', 'rows', 'catalog', 'practice', 'help'] as const;

/** `skip` leaves rows with a problem out, `omit` sends them without the values that are wrong. */
const PROBLEM_RULES = ['skip', 'omit'] as const;
export type ProblemRule = (typeof PROBLEM_RULES)[number];

/** Why a command line was not understood. `detail` names the argument. */
export type CommandLineFailure =
  | { readonly kind: 'bad-arguments'; readonly detail: string }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'unknown-command'; readonly command: string };

/**
 * Reads the arguments behind the program's name. A token is never among them: arguments are seen by every user of the
 * machine, and shells keep them.
 */
export function parseCommandLine(argv: readonly string[]): Result<Command, CommandLineFailure> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return failed({ kind: 'bad-arguments', detail: error instanceof Error ? error.message : 'unknown' });
  }
  const { values, positionals } = parsed;
  const [command = 'help', operand, ...surplus] = positionals;
  if (values.help || command === 'help') {
    return success({ kind: 'help' });
  }
  if (surplus.length > 0) {
    return failed({ kind: 'bad-arguments', detail: surplus.join(' ') });
  }
  const speed = oneOf(SPEEDS, values.speed ?? 'even');
  const problems = oneOf(PROBLEM_RULES, values.problems ?? 'skip');
  const port = Number(values.port ?? '0');
  if (speed === null || problems === null) {
    return failed({ kind: 'bad-arguments', detail: speed === null ? '--speed' : '--problems' });
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return failed({ kind: 'bad-arguments', detail: '--port' });
  }
  const json = values.json ?? false;
  const sending = {
    dataDir: values['data-dir'] ?? null,
    tokenFromStdin: values['token-stdin'] ?? false,
    json,
  };
  const report = values.report ?? null;
  switch (command) {
    case 'practice':
      return success({ kind: 'practice', port, json });
    case 'catalog': {
      if (operand !== undefined) {
        return failed({ kind: 'bad-arguments', detail: operand });
      }
      const { tokenFromStdin } = sending;
      const { workspace = null, save = null, enterprise = null, 'api-url': apiUrl = null } = values;
      return success({ kind: 'catalog', workspace, save, enterprise, apiUrl, tokenFromStdin, json });
    }
    case 'resume':
      return success({ kind: 'resume', importId: operand ?? null, report, ...sending });
    case 'rows':
    case 'check':
    case 'import': {
      if (operand === undefined) {
        return failed({ kind: 'no-file' });
      }
      const file = {
        file: operand,
        sheet: values.sheet ?? null,
        recipe: values.recipe ?? null,
        workspace: values.workspace ?? null,
        json,
      };
      if (command === 'rows') {
        return success({ kind: 'rows', ...file });
      }
      if (command === 'check') {
        return success({ kind: 'check', problems, ...file });
      }
      const { enterprise = null, yes = false, 'api-url': apiUrl = null } = values;
      return success({
        kind: 'import',
        enterprise,
        apiUrl,
        speed,
        problems,
        yes,
        report,
        ...file,
        ...sending,
      });
    }
    default:
      return failed({ kind: 'unknown-command', command });
  }
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  sheet: { type: 'string' },
  recipe: { type: 'string' },
  workspace: { type: 'string' },
  enterprise: { type: 'string' },
  'api-url': { type: 'string' },
  speed: { type: 'string' },
  problems: { type: 'string' },
  yes: { type: 'boolean' },
  report: { type: 'string' },
  save: { type: 'string' },
  'data-dir': { type: 'string' },
  'token-stdin': { type: 'boolean' },
  port: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function oneOf<Value extends string>(allowed: readonly Value[], value: string): Value | null {
  return allowed.find((known) => known === value) ?? null;
}
