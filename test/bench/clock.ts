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
  return leastTimes(runs, [work])[0]!;
}

/**
 * The same of several works, by turns: the compiler's time counts too, so that of two that are held against each other the
 * first would pay for what both have of it.
 */
export function leastTimes(runs: number, works: readonly (() => void)[]): readonly number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    works.forEach((work, place) => {
      const begin = processorTime();
      work();
      least[place] = Math.min(least[place]!, processorTime() - begin);
    });
  }
  return least;
}
