import {
  ATTEMPT_DETAILS,
  ATTEMPT_METHODS,
  AUDIT_ACTIONS,
  ENTRANCE_WAYS,
  IDENTITY_RULES,
  LIMIT_NAMES,
  SIGN_IN_DOORS,
  SIGN_IN_RULES,
  SSO_REFUSAL_CODES,
  WEBAPP_REFUSALS,
} from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import { enUSAdmin } from './admin.en-US.ts';
import { jaJPAdmin } from './admin.ja-JP.ts';
import { zhHansAdmin } from './admin.zh-Hans.ts';
import { sentences } from './sentences.ts';

const GROUPS = [...new Set(AUDIT_ACTIONS.map((action) => action.split('.')[0] ?? ''))];

describe.each([
  ['English', enUSAdmin],
  ['简体中文', zhHansAdmin],
  ['日本語', jaJPAdmin],
])('the administration in %s', (_, { admin }) => {
  test.each([
    ['action in the audit log', AUDIT_ACTIONS, admin.action],
    ['group of such actions', GROUPS, admin.actionGroup],
    ['limit', LIMIT_NAMES, admin.limit],
    ['rule that refuses a sign-in', SIGN_IN_RULES.flatMap(inFull), admin.rule],
    ['answer of a provider that is refused', SSO_REFUSAL_CODES.flatMap(meaningAndRemedy), admin.ssoRefusal],
    ['rule that links an identity', IDENTITY_RULES, admin.sso.test.rules],
    ['way in', ATTEMPT_METHODS, admin.attempts.methods],
    ['detail of a sign-in attempt', ATTEMPT_DETAILS, admin.attempts.detail],
    ['door that a sign-in led to', SIGN_IN_DOORS, admin.attempts.doors],
    ['way into a WebApp', ENTRANCE_WAYS, admin.attempts.ways],
    ['reason of a WebApp’s gate', WEBAPP_REFUSALS, admin.attempts.reasons],
  ])('has words for every %s, and for nothing else', (_, names, words) => {
    expect(new Set(sentences(words).keys())).toEqual(new Set(names));
  });
});

function inFull(rule: string): string[] {
  return [`${rule}.name`, ...meaningAndRemedy(rule)];
}

function meaningAndRemedy(code: string): string[] {
  return [`${code}.means`, `${code}.do`];
}
