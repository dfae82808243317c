import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDesktopProgram } from '@latchkey/tools/real/desktop-programs';

/** A session bus that starts no programs by itself, so that a missing service stays missing. */
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`;
const PASSWORD = 'correct horse';
const LOGIN_KEYRING = '/org/freedesktop/secrets/collection/login';

/** A desktop's bus, and on it GNOME's keyring once it is started: a real Secret Service, seen by nobody else. */
export class SecretService implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'difyctl-keyring-'));
  readonly #address: string;
  readonly #pid: number;

  constructor() {
    const config = join(this.#folder, 'bus.conf');
    writeFileSync(config, BUS);
    const words = [`--config-file=${config}`, '--fork', '--print-address=1', '--print-pid=1'];
    const said = execFileSync(findDesktopProgram('dbus-daemon'), words, { encoding: 'utf8' });
    const [address = '', pid = ''] = said.split('\n');
    this.#address = address;
    this.#pid = Number(pid);
  }

  /** What a program needs to find the bus. */
  get env(): Record<string, string> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#address, XDG_RUNTIME_DIR: this.#folder, DIFY_E2E_NO_KEYRING: '' };
  }

  /** Starts the keyring, unlocked as by somebody who has just signed in to their desktop. It ends with the bus. */
  start(): void {
    const daemon = findDesktopProgram('gnome-keyring-daemon');
    const env = { PATH: process.env.PATH, HOME: this.#folder, ...this.env };
    const { status, stderr } = spawnSync(daemon, ['--unlock', '--components=secrets'], {
      input: PASSWORD,
      encoding: 'utf8',
      env,
    });
    if (status !== 0) throw new Error(`gnome-keyring-daemon did not start: ${stderr}`);
  }

  /** As when the person leaves their desk. Nobody is there to answer the prompt that would unlock it. */
  lock(): void {
    this.#call('/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', `array:objpath:${LOGIN_KEYRING}`);
  }

  /** How many secrets the keyring holds. */
  count(): number {
    const said = this.#call(
      LOGIN_KEYRING,
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection',
      'string:Items',
    );
    return said.match(/object path/g)?.length ?? 0;
  }

  [Symbol.dispose](): void {
    process.kill(this.#pid);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #call(path: string, method: string, ...args: string[]): string {
    const words = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', path, method, ...args];
    return execFileSync(findDesktopProgram('dbus-send'), words, { encoding: 'utf8', env: this.env });
  }
}
