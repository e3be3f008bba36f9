// Unpacks the Chromium of the package @sparticuz/chromium, and the libraries that it needs besides glibc, into the
// folder of TMPDIR. The package knows no other way to name the folder, so this is a process of its own; the libraries
// come only where it believes itself to be on the machine that they were built for.
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
