/** Lets everything else that waits have its turn: requests, changes, cancellation. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
