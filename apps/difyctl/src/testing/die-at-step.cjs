// Required before difyctl: kills the process, as a power cut would, in front of its nth change to a file. A process that
// makes fewer changes ends as always.
const fs = require('node:fs');

let left = Number(process.env.DIE_AT_STEP);

for (const name of ['openSync', 'writeFileSync', 'renameSync', 'rmSync', 'linkSync', 'mkdirSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    const onlyReads = name === 'openSync' && (args[1] === undefined || args[1] === 'r');
    if (!onlyReads) {
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      left -= 1;
    }
    return real(...args);
  };
}
