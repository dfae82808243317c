// A process that stores contexts until it is killed, and prints each as soon as it is kept: <folder> <name>.
import { addContext } from '../contexts/change-contexts.ts';
import { fileContexts } from '../contexts/file-contexts.ts';

const [, , folder = '', name = ''] = process.argv;
const contexts = fileContexts(folder);
for (let count = 0; ; count += 1) {
  const email = `${name}-${count}@example.com`;
  const stored = { account: { id: '', email, name }, basePath: '' };
  await contexts.update((hosts) => addContext(hosts, { host: 'h', scheme: 'https', email, stored }));
  process.stdout.write(`${email}\n`);
}
