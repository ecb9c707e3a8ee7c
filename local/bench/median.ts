/** The middle of some numbers, the mean of the two middle ones if there are two; NaN for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** The processor's milliseconds that `act` takes in this process, as the median of some repetitions after one to warm up. */
export function medianCpuMs(repetitions: number, act: () => void): number {
  act();
  return median(
    Array.from({ length: repetitions }, () => {
      const before = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}
