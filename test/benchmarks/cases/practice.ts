// The practice server in a process of its own, so that its work does not count as the sender's.
import { PracticeServer } from '../../../electron/practice/practice-server.ts';

const server = new PracticeServer({ keptRequests: 1 });
process.send?.(await server.start(0));
process.on('disconnect', () => process.exit(0));
