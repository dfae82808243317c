import type { Page } from 'playwright-core';

/** Signs in at panva/node-oidc-provider, and consents; any password will do. */
export async function signInAtOidc(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Says there that one wants to sign out there too. */
export async function signOutAtOidc(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
}

/** Signs in at the plain OAuth 2.0 provider; any password will do. */
export async function signInAtOAuth2(page: Page, login: string): Promise<void> {
  await page.getByLabel('Name').fill(login);
  await page.getByLabel('Password').fill('any');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in at SimpleSAMLphp. */
export async function signInAtSaml(page: Page, username: string): Promise<void> {
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill('password');
  await page.locator('#submit_button, #regularsubmit button, button[type="submit"]').first().click();
}
