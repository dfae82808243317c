export { findSimpleSamlPhp } from './find-simplesamlphp.ts';
export { startNameServer } from './start-name-server.ts';
export {
  type OAuth2ProviderSetup,
  type RunningOAuth2Provider,
  startOAuth2Provider,
} from './start-oauth2-provider.ts';
export {
  newSigningKey,
  type OidcProviderSetup,
  type RunningOidcProvider,
  startOidcProvider,
} from './start-oidc-provider.ts';
export { type RunningSimpleSamlPhp, type SimpleSamlPhpSetup, startSimpleSamlPhp } from './start-simplesamlphp.ts';
export { type Cookies, walkPages } from './walk-pages.ts';
