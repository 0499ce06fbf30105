/** Says by its exit code whether the service in this container is ready. */
try {
  const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`, {
    signal: AbortSignal.timeout(2500),
  });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
