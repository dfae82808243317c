import { Provider } from 'oidc-provider';

/** oidc-provider with its in-memory adapter: it keeps nothing, which the table says. */
const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const provider = new Provider('http://127.0.0.1', {
  clients: [
    {
      client_id: 'difyctl',
      token_endpoint_auth_method: 'none',
      grant_types: [GRANT],
      redirect_uris: [],
      response_types: [],
    },
    {
      client_id: 'api',
      client_secret: 'api-secret',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ],
  features: {
    deviceFlow: { enabled: true },
    introspection: { enabled: true },
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
  },
});
console.warn = () => {};
const server = provider.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`ready http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
});
