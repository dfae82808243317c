export { machineSessions } from './machine-sessions.ts';
