import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';

let browser: Browser;
let mailbox: Mailbox;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  mailbox = await Mailbox.open();
  server = await Server.start(mailbox.env);
  await setUp(server);
  await setSignInPolicy(server, { email_password: true, email_code: true });
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const codeField = (page: Page) => page.getByLabel('Code from the letter');

async function askForCode(page: Page, email = ANN.email): Promise<void> {
  await page.goto(`${server.address}/signin`);
  await page.getByRole('button', { name: 'Use a code instead' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByRole('heading', { name: 'Enter the code' }).waitFor();
}

/** The server’s limits forget, as after a quarter of an hour. */
const laterOn = (): Promise<void> => server.advance(900);

describe('with a code from a letter', () => {
  test('a person signs in, and six digits send themselves', async () => {
    const { page, errors } = await openWindow(browser);
    await askForCode(page);
    expect(page.url()).toBe(`${server.address}/signin/check-code`);
    await expectGoodLooks(page);
    const { code, subject } = await mailbox.letterTo(ANN.email);
    expect(subject).not.toContain(code);
    await codeField(page).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('a person comes back to where they were sent from', async () => {
    await laterOn();
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/account`);
    await page.getByRole('button', { name: 'Use a code instead' }).click();
    await page.getByLabel('E-mail address').fill(ANN.email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('heading', { name: 'Enter the code' }).waitFor();
    await page.reload();
    await codeField(page).fill((await mailbox.letterTo(ANN.email)).code);
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
  });

  test('a wrong code is refused at the field with a reference, and the newest code wins', async () => {
    await laterOn();
    const { page } = await openWindow(browser);
    await page.clock.install();
    await askForCode(page);
    const first = (await mailbox.letterTo(ANN.email)).code;
    await codeField(page).fill(first === '000000' ? '000001' : '000000');
    await page.getByText(/This code is not right\. Look at the newest letter\.\s+Reference [2-9A-Z]{6}-/).waitFor();
    expect(await codeField(page).inputValue()).toBe('');
    const resend = page.getByRole('button', { name: /^Send a new code/ });
    expect(await resend.textContent()).toMatch(/in (1:00|0:5\d)/);
    await page.clock.fastForward(61_000);
    await page.getByRole('button', { name: 'Send a new code', exact: true }).click();
    await page.getByText('A new code is on its way.').waitFor();
    const second = (await mailbox.letterTo(ANN.email)).code;
    await codeField(page).fill(first);
    await page.getByRole('alert').or(page.getByText('This code is not right.')).first().waitFor();
    await codeField(page).fill(second);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  });

  test('five wrong codes end it, and the page says what to do', async () => {
    await laterOn();
    const { page } = await openWindow(browser);
    await askForCode(page);
    const { code } = await mailbox.letterTo(ANN.email);
    for (const wrong of ['000001', '000002', '000003', '000004', '000005'].map((one) => (one === code ? '9' : one))) {
      const answered = page.waitForResponse('**/email-code-login/validity');
      await codeField(page).fill(wrong);
      await answered;
    }
    await codeField(page).fill(code);
    await page.getByRole('alert').getByText('Send a new one.').waitFor();
    await expectGoodLooks(page);
  });

  test('an unknown address is shown the same, and its reader is told by letter', async () => {
    await laterOn();
    const { page } = await openWindow(browser);
    await askForCode(page, 'nobody@example.com');
    await page.getByText('if that address can be used here').waitFor();
    const letter = await mailbox.letterTo('nobody@example.com');
    expect(letter.text).not.toMatch(/\b\d{6}\b/);
    await codeField(page).fill('123456');
    await page.getByText('This code is not right.').waitFor();
  });

  test('asking too often is told with the time to come back', async () => {
    await laterOn();
    const { page } = await openWindow(browser);
    for (let time = 0; time < 3; time += 1) await askForCode(page);
    await page.goto(`${server.address}/signin`);
    await page.getByRole('button', { name: 'Use a code instead' }).click();
    await page.getByLabel('E-mail address').fill(ANN.email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page
      .getByText(/A letter was asked for too often\. Try again in [1-5] minutes?(, at \d+:\d\d [AP]M)?\./)
      .waitFor();
    await page.getByText(/Reference [2-9A-Z]{6}-/).waitFor();
  });
});

test('a link of Dify leads to the code, and its token leaves the address', async () => {
  await laterOn();
  const { page } = await openWindow(browser);
  const asked = await fetch(`${server.address}/console/api/email-code-login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.com', language: 'en-US' }),
  });
  const query = new URLSearchParams({
    email: encodeURIComponent(ANN.email),
    token: encodeURIComponent((await asked.json()).data),
  });
  await page.goto(`${server.address}/signin/check-code?${query}`);
  await codeField(page).waitFor();
  expect(page.url()).toBe(`${server.address}/signin/check-code`);
});
