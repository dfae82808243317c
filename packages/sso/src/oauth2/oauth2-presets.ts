import type { OAuth2Provider } from '@latchkey/core';

/** What a new connection starts from; the administrator adds the client id and secret. */
type OAuth2Preset = Omit<OAuth2Provider, 'protocol' | 'clientId' | 'clientSecret'>;

/** Providers we know, and one to fill in. */
export const OAUTH2_PRESETS: { readonly github: OAuth2Preset; readonly generic: OAuth2Preset } = {
  github: {
    authorizationUrl: 'https://github.com/login/oauth/authorize',
    tokenUrl: 'https://github.com/login/oauth/access_token',
    userInfoUrl: 'https://api.github.com/user',
    // The profile's own address is the one shown to the public: it may be missing.
    emailsUrl: 'https://api.github.com/user/emails',
    issuer: null,
    tokenAuthentication: 'post',
    scopes: ['read:user', 'user:email'],
    // The login can be renamed and then taken by somebody else; the id cannot.
    fields: { subject: 'id', email: 'email', name: 'name', groups: null },
    verifiedEmail: { kind: 'claim', path: 'email_verified' },
  },
  generic: {
    authorizationUrl: '',
    tokenUrl: '',
    userInfoUrl: '',
    emailsUrl: null,
    issuer: null,
    tokenAuthentication: 'basic',
    scopes: ['openid', 'profile', 'email'],
    fields: { subject: 'sub', email: 'email', name: 'name', groups: null },
    verifiedEmail: { kind: 'claim', path: 'email_verified' },
  },
};
