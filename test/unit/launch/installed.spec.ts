import { describe, expect, it } from 'vitest';
import { missingPlatforms } from '../../../apps/cli/launch/complete-lock.mjs';
import { lockIsCurrent, treeMatches } from '../../../apps/cli/launch/installed.mjs';

const lock = {
  packages: {
    '': { dependencies: { pg: '1.0.0' } },
    'apps/api': { dependencies: { zod: '2.0.0' } },
    'node_modules/pg': { version: '1.0.0' },
    'node_modules/zod': { version: '2.0.0' },
    'node_modules/pg-win32-x64': { version: '1.0.0', optional: true },
    'node_modules/@tumor-board/api': { link: true },
  },
};
const tree = {
  packages: {
    'node_modules/pg': { version: '1.0.0' },
    'node_modules/zod': { version: '2.0.0' },
    'node_modules/@tumor-board/api': { link: true },
  },
};
const manifests = { '': { dependencies: { pg: '1.0.0' } }, 'apps/api': { dependencies: { zod: '2.0.0' } } };
const there = () => true;

describe('what is installed', () => {
  it('is what the lock file asks for, without the packages of other platforms', () => {
    expect(treeMatches(lock, tree, there)).toBe(true);
  });

  it('is not, when a version is another, a package is missing or its folder is gone', () => {
    expect(treeMatches(lock, { packages: { ...tree.packages, 'node_modules/pg': { version: '1.0.1' } } }, there)).toBe(false);
    const { 'node_modules/zod': _zod, ...without } = tree.packages;
    expect(treeMatches(lock, { packages: without }, there)).toBe(false);
    expect(treeMatches(lock, tree, (place: string) => place !== 'node_modules/pg')).toBe(false);
  });
});

describe('the lock file', () => {
  it('is current when every package.json asks for what it was made for', () => {
    expect(lockIsCurrent(lock, manifests)).toBe(true);
  });

  it.each([
    ['asks for another version', { ...manifests, '': { dependencies: { pg: '1.0.1' } } }],
    ['asks for more', { ...manifests, '': { dependencies: { pg: '1.0.0', zod: '2.0.0' } } }],
    ['asks for less', { ...manifests, 'apps/api': {} }],
    ['is new', { ...manifests, 'apps/cli': {} }],
  ])('is not, when a package.json %s', (_what, changed) => {
    expect(lockIsCurrent(lock, changed)).toBe(false);
  });

  it('lacks the platforms that a registry did not carry, told by their names', () => {
    const optionalDependencies = { '@x/cli-linux-x64-musl': '3.0.0', '@x/cli-darwin-arm64': '3.0.0', '@x/cli-linux-x64': '3.0.0' };
    const packages = {
      'node_modules/x': { version: '3.0.0', dev: true, optionalDependencies },
      'node_modules/@x/cli-linux-x64': { version: '3.0.0' },
    };
    expect(missingPlatforms({ packages })).toEqual({
      'node_modules/@x/cli-linux-x64-musl': { version: '3.0.0', cpu: ['x64'], dev: true, libc: ['musl'], optional: true, os: ['linux'] },
      'node_modules/@x/cli-darwin-arm64': { version: '3.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
    });
  });
});
