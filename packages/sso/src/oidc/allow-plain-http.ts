import * as openid from 'openid-client';

/**
 * Lets openid-client ask over plain http. The library marks this as deprecated so that it stands out. Here the operator
 * allowed private networks, and the way out keeps plain http inside them.
 */
export const allowPlainHttp: (configuration: openid.Configuration) => void = openid.allowInsecureRequests;
