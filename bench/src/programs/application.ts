import { createServer } from 'node:http';

/** An application that does nothing but answer; at `/check` the trivial handler that nginx asks about a visitor. */
const server = createServer(({ url, headers }, response) => {
  const status = url === '/check' && headers.cookie === undefined ? 401 : 200;
  response.writeHead(status, { 'content-type': 'text/plain' }).end('hello');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  console.log(`ready http://127.0.0.1:${port}`);
});
