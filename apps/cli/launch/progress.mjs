const QUIET_MS = 1_500;

const seconds = (since) => `${Math.round((performance.now() - since) / 1_000)} s`;

/** Says something to the person; standard output belongs to the command that is run. */
export const say = (text) => {
  process.stderr.write(`${text}\n`);
};

/**
 * Waits for some work and says what is going on once it takes longer than a moment: a line that counts on a
 * terminal, one line at the start and one at the end elsewhere.
 */
export async function progress(label, work, out = process.stderr) {
  const since = performance.now();
  const live = out.isTTY === true;
  let shown = false;
  const show = () => {
    if (live) out.write(`\r${label} … ${seconds(since)}`);
    else if (!shown) out.write(`${label} …\n`);
    shown = true;
  };
  const first = setTimeout(show, QUIET_MS);
  const ticking = live ? setInterval(() => shown && show(), 1_000) : undefined;
  let outcome = 'failed after ';
  try {
    const result = await work();
    outcome = '';
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(ticking);
    if (shown) out.write(`${live ? '\r' : ''}${label} … ${outcome}${seconds(since)}\n`);
  }
}
