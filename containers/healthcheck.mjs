// Asks a service of ours whether it is ready: `node healthcheck.mjs http://127.0.0.1:3000/health/ready`.
try {
  const response = await fetch(process.argv[2], { signal: AbortSignal.timeout(3_000) });
  process.exit(response.ok ? 0 : 1);
} catch {
  process.exit(1);
}
