/** The version of glibc that this Node runs on; undefined where there is another C library. */
const glibc = () => {
  // What it would say of the network takes seconds where names are not resolved.
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime;
};

/** Why nothing of the product runs on this system; undefined where it does. */
export const refused = (platform = process.platform) =>
  platform === 'win32' ? 'Windows is not supported; use WSL 2, and a checkout inside of it.' : undefined;

/** Why the packages cannot be installed on this system; undefined where they can. */
export const notInstallable = (platform = process.platform, version = glibc) =>
  platform === 'linux' && version() === undefined
    ? 'Linux without glibc (Alpine, for one) is not supported: the Node and the PostgreSQL that come by npm need it. Use another distribution, or the Dockerfile.'
    : undefined;
