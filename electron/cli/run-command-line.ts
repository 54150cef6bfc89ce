import { unreachable } from '../../shared/unreachable.ts';
import { catalogCommand } from './catalog-command.ts';
import { checkCommand } from './check-command.ts';
import { parseCommandLine, type Command, type CommandLineFailure } from './command-line.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { importCommand } from './import-command.ts';
import { makeOutput, type Output } from './output.ts';
import { practiceCommand } from './practice-command.ts';
import { resumeCommand } from './resume-command.ts';
import { rowsCommand } from './rows-command.ts';

/** Runs one command line to its end and answers with the exit code. Never rejects. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  // A reader that has seen enough (`| head`) closes the pipe; that is its right and no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.accepted : EXIT.stopped);
  });
  const parsed = parseCommandLine(argv);
  if (!parsed.ok) {
    const { words, put } = makeOutput(argv.includes('--json'));
    process.stderr.write(`${explain(parsed.failure)}\n\n${words.say('cli.usage')}\n`);
    put({ kind: 'failed', failure: parsed.failure.kind, exitCode: EXIT.badInput });
    return EXIT.badInput;
  }
  const output = makeOutput('json' in parsed.value && parsed.value.json);
  try {
    const exitCode = await run(parsed.value, output);
    if (exitCode !== EXIT.accepted) {
      output.endFailed(exitCode);
    }
    return exitCode;
  } catch (error) {
    output.fail({
      kind: 'bug',
      detail: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
    });
    output.endFailed(EXIT.stopped);
    return EXIT.stopped;
  }
}

async function run(command: Command, output: Output): Promise<ExitCode> {
  switch (command.kind) {
    case 'help':
      output.say(output.words.say('cli.usage'));
      return EXIT.accepted;
    case 'rows':
      return await rowsCommand(command, output);
    case 'check':
      return await checkCommand(command, output);
    case 'import':
      return await importCommand(command, output);
    case 'resume':
      return await resumeCommand(command, output);
    case 'catalog':
      return await catalogCommand(command, output);
    case 'practice':
      return await practiceCommand(command, output);
    default:
      return unreachable(command);
  }
}

function explain(failure: CommandLineFailure): string {
  const { say } = makeOutput(false).words;
  switch (failure.kind) {
    case 'bad-arguments':
      return say('cli.badArguments', { detail: failure.detail });
    case 'no-file':
      return say('cli.noFile');
    case 'unknown-command':
      return say('cli.unknownCommand', { command: failure.command });
    default:
      return unreachable(failure);
  }
}
