import { spawn } from 'node:child_process';

/** Starts the person's browser and leaves it alone; rejects when there is nothing to start it with. */
export function openBrowser(url: string, platform: NodeJS.Platform): Promise<void> {
  const [command, ...args] = opener(url, platform);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.on('error', reject);
    child.on('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

function opener(url: string, platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
