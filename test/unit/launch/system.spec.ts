import { describe, expect, it } from 'vitest';
import { notInstallable, refused } from '../../../apps/cli/launch/system.mjs';

describe('the system', () => {
  it('is refused in words when it is Windows', () => {
    expect(refused('win32')).toMatch(/^Windows is not supported; use WSL 2/);
    for (const platform of ['linux', 'darwin'] as const) expect(refused(platform)).toBeUndefined();
    expect(refused()).toBeUndefined();
  });

  it('is refused in words when it is a Linux without glibc', () => {
    expect(notInstallable('linux', () => undefined)).toMatch(/^Linux without glibc \(Alpine/);
    expect(notInstallable('linux', () => '2.36')).toBeUndefined();
    expect(notInstallable('darwin', () => undefined)).toBeUndefined();
    expect(notInstallable()).toBeUndefined();
  });
});
