/** Runs `cleanUp` before a ctrl-C ends the process as it would have without us. */
export function onInterrupt(cleanUp: () => void): () => void {
  const end = () => {
    cleanUp();
    process.off('SIGINT', end);
    process.kill(process.pid, 'SIGINT');
  };
  process.on('SIGINT', end);
  return () => process.off('SIGINT', end);
}
