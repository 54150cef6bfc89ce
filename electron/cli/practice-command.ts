import { once } from 'node:events';
import { PracticeServer } from '../practice/practice-server.ts';
import type { Command } from './command-line.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Output } from './output.ts';

/** `practice [--port N]`: a pretend Telecrm on this machine until Ctrl+C. */
export async function practiceCommand(
  command: Extract<Command, { kind: 'practice' }>,
  { words, say, put }: Output,
): Promise<ExitCode> {
  const server = new PracticeServer();
  const { url, enterpriseId, token, syncToken } = await server.start(command.port);
  put({ kind: 'practice', url, enterprise: enterpriseId, token, syncToken });
  say(words.say('cli.practiceReady', { url, enterprise: enterpriseId, token, syncToken }));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
  return EXIT.accepted;
}
