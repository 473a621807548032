import process from 'node:process';

/**
 * Milliseconds of processor time that this process has taken, so that others on the machine count as little as can be:
 * user and system time together, for the kernel measures their sum and only guesses how it divides.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time of `work`, the least of several runs. */
export function leastTime(runs: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const begin = processorTime();
    work();
    least = Math.min(least, processorTime() - begin);
  }
  return least;
}
