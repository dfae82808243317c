import { createServer } from 'node:http';

/** An application that does nothing but answer, and the trivial handler that nginx asks whether somebody may pass. */
const server = createServer((request, response) => {
  response.writeHead(request.headers.cookie === undefined ? 401 : 200, { 'content-type': 'text/plain' }).end('hello');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  console.log(`ready http://127.0.0.1:${port}`);
});
