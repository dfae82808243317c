import { WireError } from '@latchkey/sdk';

/** What a refusal says about a code: it is `wrong`, or `over`, so that only a new one helps. */
export function codeTrouble(error: unknown): 'wrong' | 'over' | undefined {
  if (!(error instanceof WireError)) return undefined;
  switch (error.code) {
    case 'email_code_error':
    case 'invalid_account_deletion_code':
      return 'wrong';
    case 'invalid_or_expired_token':
    case 'invalid_email':
      return 'over';
    default:
      return undefined;
  }
}
