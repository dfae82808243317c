/** The code of a WebApp: a label of a host name (RFC 1123 §2.1), in lower case. */
export const WEBAPP_CODE_PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
