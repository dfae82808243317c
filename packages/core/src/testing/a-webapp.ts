import type { WebApp } from '../webapps/webapp.ts';
import { anId } from './an-id.ts';
import { NOON } from './instant.ts';

/** Of the workspace 1, published at noon, with nobody chosen. */
export function aWebApp(differences: Partial<WebApp> = {}): WebApp {
  return {
    id: anId(1),
    workspaceId: anId(1),
    code: 'wiki',
    name: 'Wiki',
    icon: null,
    upstream: 'https://wiki.internal.example',
    host: null,
    isEnabled: true,
    accessMode: 'private',
    passphraseHash: null,
    addressRanges: [],
    needsShareLink: false,
    frameOrigins: [],
    rulesChangedAt: NOON,
    createdAt: NOON,
    ...differences,
  };
}
