interface Features {
  readonly enable_email_password_login: boolean;
  readonly enable_email_code_login: boolean;
  readonly sso_enforced_for_signin: boolean;
}

export type MailMethod = 'password' | 'code';

/** The ways to sign in with a mail address, the one to offer first at the front. */
export function methodsOn(features: Features): readonly MailMethod[] {
  if (features.sso_enforced_for_signin) return [];
  return [
    ...(features.enable_email_password_login ? (['password'] as const) : []),
    ...(features.enable_email_code_login ? (['code'] as const) : []),
  ];
}
