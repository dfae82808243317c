import type { SsoProtocol } from '@latchkey/contract/vocabulary';
import { type GuideBlock, readGuide } from './read-guide.ts';

interface Filled {
  readonly protocol: SsoProtocol;
  readonly callback_url: string;
}

const CHAPTERS: Readonly<Record<string, SsoProtocol>> = { 'OpenID Connect': 'oidc', 'SAML 2.0': 'saml' };

/** What a guide says for one connection: only its protocol, with its own addresses filled in. */
export function guideFor(markdown: string, { protocol, callback_url }: Filled): readonly GuideBlock[] {
  const publicUrl = callback_url.replace(/\/sso\/.*$/, '');
  const filled = markdown
    .replaceAll(/<public address>\/sso\/<connection id>\/(acs|callback)/g, callback_url)
    .replaceAll('<public address>', publicUrl);
  let chapter: SsoProtocol = protocol;
  const [, ...blocks] = readGuide(filled);
  return blocks.filter((block) => {
    if (block.kind === 'heading') chapter = CHAPTERS[block.text] ?? protocol;
    return chapter === protocol;
  });
}
