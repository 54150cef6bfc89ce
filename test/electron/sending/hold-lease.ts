/** Run as a process of its own: takes the lease of the folder in its argument, says so, and keeps it until it is killed. */
import { takeSenderLease } from '../../../electron/sending/sender-lease.ts';

const lease = takeSenderLease(process.argv[2] ?? '');
process.stdout.write(lease.ok ? 'held' : 'refused');
// Keeps the process, and with it the lease, alive.
setInterval(() => lease, 1_000_000);
