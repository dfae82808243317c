// What the printed reference takes from the apps, whose code says it first. The one place that names them.
export { printReference } from '../../apps/difyctl/src/reference.ts';
export { malformed, mediaTypeOf, refusal } from '../../apps/server/src/http/envelopes.ts';
export { SETTINGS } from '../../apps/server/src/settings/settings.ts';
