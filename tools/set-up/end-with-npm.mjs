/**
 * Asks this process to end, as by SIGTERM, when the npm that runs it has gone. npm passes SIGINT and SIGTERM on, but a
 * killed npm can tell nobody: only the changed parent shows it.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
