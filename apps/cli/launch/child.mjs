import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What a process that ended tells its parent: its status, or 128 and the number of the signal that ended it. */
const exitStatus = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);

/**
 * Runs a program in the foreground: it has our terminal, gets the signals that we get, and its exit status is the
 * answer. We outlive it, so that whoever started us sees it finish.
 */
export function foreground(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const done = () => {
      for (const signal of FORWARDED) process.removeListener(signal, forward);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(exitStatus(code, signal));
    });
  });
}

/** Runs a program and keeps what it prints. A signal to us ends it too. */
export function captured(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const stop = (signal) => {
      child.kill(signal);
      child.once('close', () => process.exit(exitStatus(null, signal)));
    };
    for (const signal of FORWARDED) process.once(signal, stop);
    const done = () => {
      for (const signal of FORWARDED) process.removeListener(signal, stop);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code, signal) => {
      done();
      resolve({ status: exitStatus(code, signal), output });
    });
  });
}
