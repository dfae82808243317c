import type { OAuth2Provider, Origin, Platform } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GateOptions } from '../gate/gate-options.ts';
import type { IdentityTokens } from '../gate/identity-token.ts';
import type { SampleApp } from '../sample-app/sample-app.ts';
import type { LiveRules } from '../settings/live-rules.ts';
import type { Settings } from '../settings/settings.ts';
import type { WebAppTokens } from '../surfaces/webapps/webapp-tokens.ts';
import type { SessionTokens } from './session-tokens.ts';

/** The administrator adds the client id and secret. */
type OAuth2Preset = Omit<OAuth2Provider, 'protocol' | 'clientId' | 'clientSecret'>;

/** Everything the surfaces are handed. */
export interface ServerContext {
  readonly platform: Platform;
  readonly settings: Settings;
  /** What `platform.rules` is read from. */
  readonly rules: LiveRules;
  readonly tokens: SessionTokens;
  readonly webAppTokens: WebAppTokens;
  readonly gateOptions: GateOptions;
  /** What tells WebApps who somebody is. */
  readonly identityTokens: IdentityTokens;
  readonly sample: SampleApp;
  /** What OAuth 2.0 connections start from. */
  readonly oauth2Presets: () => Promise<Readonly<Record<'github' | 'generic', OAuth2Preset>>>;
  /** Has `listener` called whenever this process has committed a letter. */
  readonly onLetter: (listener: () => void) => void;
  /** What `POST /console/api/init` asks for. */
  readonly setUpSecret: string;
  /** True once the first administrator exists; it never becomes false again. */
  readonly isSetUp: () => Promise<boolean>;
}

/** One request as a handler sees it. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly origin: Origin;
}
