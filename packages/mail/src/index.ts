export { composeLetter } from './compose/compose-letter.ts';
export { createSender } from './send/create-sender.ts';
