/** Seconds by the clock on the wall, and of the processor over all cores, since it was started. */
export function stopwatch(): () => { seconds: number; cpuSeconds: number } {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - started) / 1_000, cpuSeconds: (user + system) / 1_000_000 };
  };
}
