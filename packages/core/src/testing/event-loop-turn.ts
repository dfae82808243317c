/** Lets everybody else who is ready go first, as waiting for the network would. */
export function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
