import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { loginCommand } from './login-command.ts';

const TOKENS = { accessToken: 'eyJhbGci.access', csrfToken: 'eyJhbGci.csrf' };

test('for PowerShell is the original’s six lines', () => {
  expect(loginCommand('powershell', 'https://cloud.dify.ai', TOKENS)).toBe(`Import-Module PSDify
$env:PSDIFY_URL="https://cloud.dify.ai"
$env:PSDIFY_AUTH_METHOD="AccessToken"
$env:PSDIFY_ACCESS_TOKEN="eyJhbGci.access"
$env:PSDIFY_CSRF_TOKEN="eyJhbGci.csrf"
Connect-Dify`);
});

test('for PowerShell runs nothing that a token says', () => {
  const tokens = { accessToken: '$(Remove-Item x)"', csrfToken: '`n”; Remove-Item x #“„' };
  const command = loginCommand('powershell', 'https://cloud.dify.ai', tokens);
  expect(command).toContain('"`$(Remove-Item x)`""');
  // PowerShell ends a text at curly quotation marks too.
  expect(command).toContain('="``n`”; Remove-Item x #`“`„"\n');
});

test('for bash sets exactly what it was given, whatever is in it', () => {
  const tokens = { accessToken: "a'b$(touch x)`id`", csrfToken: 'c\\"d' };
  const command = loginCommand('bash', 'https://dify.example.com', tokens).replace(/connect-dify$/, 'env');

  const env = execFileSync('bash', ['-c', command], { encoding: 'utf8' });

  expect(env).toContain(`PSDIFY_ACCESS_TOKEN=${tokens.accessToken}\n`);
  expect(env).toContain(`PSDIFY_CSRF_TOKEN=${tokens.csrfToken}\n`);
});

test('for connect-dify is one line', () => {
  expect(loginCommand('connect-dify', 'https://dify.example.com/dify', TOKENS)).toBe(
    "connect-dify 'https://dify.example.com/dify' --auth-method AccessToken --access-token 'eyJhbGci.access' --csrf-token 'eyJhbGci.csrf'",
  );
});
