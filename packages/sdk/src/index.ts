export { type Client, createClient, type Route, type Routes } from './client.ts';
export type { Send, WireRequest, WireResponse } from './wire.ts';
export { WireError } from './wire-error.ts';
