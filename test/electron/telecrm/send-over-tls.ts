/** Run as a process of its own with NODE_EXTRA_CA_CERTS set: sends to the address in its argument, prints the replies. */
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';

const client = new AsyncClient({
  apiUrl: process.argv[2] ?? '',
  enterpriseId: 'acme',
  readToken: () => 'a-token',
});
const replies = [];
for (let request = 0; request < 3; request += 1) {
  replies.push(await client.send('{"fields":{}}', new AbortController().signal));
}
client.close();
process.stdout.write(JSON.stringify(replies));
