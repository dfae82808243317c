/**
 * How somebody entered a WebApp.
 * - `door`: by the page in front of it
 * - `share_link`: by a link that was handed to them
 * - `passport`: by Dify's wire
 */
export const ENTRANCE_WAYS = ['door', 'share_link', 'passport'] as const;

export type EntranceWay = (typeof ENTRANCE_WAYS)[number];
