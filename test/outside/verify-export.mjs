// Checks an export of the log by the recipe in docs/event-log.md, with nothing but Node: what somebody outside would
// write. It shares no code with what it checks, and must not.
//
//   node verify-export.mjs FILE [--key FINGERPRINT]... [--anchor NUMBER:HASH]...
//
// Prints a line for each fault and a verdict. Exit status: 0 all as it was recorded, 1 a fault was found, 2 not used properly.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';

const EVENT_MEMBERS = 'commandId,data,eventId,metadata,recordedAt,schemaVersion,streamId,streamVersion,type';

/** RFC 8785: members by the UTF-16 code units of their names, numbers and strings as ECMAScript writes them, no space. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const sealed = (previous, value) => sha256(previous, Buffer.from(canonical(value), 'utf8')).toString('hex');

/** The bytes of a base64 text, which must be the one way to write them. */
function bytesOf(base64) {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64) throw new Error('what should be base64 is not');
  return bytes;
}

/** Ed25519 (RFC 8032) with a public key of 32 bytes, here brought into the form that Node reads. */
function isSigned(hash, signature, publicKey) {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' });
    return publicKey.length === 32 && verify(null, hash, key, signature);
  } catch {
    return false;
  }
}

/**
 * @param {AsyncIterable<string> | Iterable<string>} lines of the export
 * @param {{ keys?: string[], anchors?: [number: number, hash: string][], tell?: (fault: string) => void }} noted elsewhere
 */
export async function verifyExport(lines, { keys = [], anchors: noted = [], tell = () => undefined } = {}) {
  let faults = 0;
  const fault = (...words) => {
    faults += 1;
    tell(words.join(': '));
  };

  /** By stream: the hash of each version, as recorded. */
  const streams = new Map();
  const broken = new Set();
  let events = 0;
  function takeEvent({ event, hash }) {
    const { streamId, streamVersion } = event;
    const hashes = streams.get(streamId) ?? [];
    streams.set(streamId, hashes);
    events += 1;
    const wrong = () => {
      if (Object.keys(event).sort().join() !== EVENT_MEMBERS) return 'has other members than an event has';
      if (streamVersion !== hashes.length + 1) return `version ${hashes.length + 1} should be here`;
      const previous = Buffer.from(hashes.at(-1) ?? '', 'hex');
      return sealed(previous, event) === hash ? undefined : 'the hash is not that of what is written here';
    };
    const what = broken.has(streamId) ? undefined : wrong();
    if (what !== undefined) {
      broken.add(streamId);
      fault(streamId, `version ${streamVersion}`, what);
    }
    hashes[streamVersion - 1] = hash;
  }

  const accepted = new Set();
  const signers = new Set();
  /** By stream: the last version that an anchor vouches for. */
  const anchored = new Map();
  let covered = 0;
  let lastHash = Buffer.alloc(0);
  let anchors = 0;
  function takeAnchor({ anchor, hash, signature }) {
    anchors += 1;
    const name = `anchor ${anchors}`;
    if (anchor.format !== 'tumor-board-anchor/1') fault(name, 'is of an unknown format');
    if (anchor.number !== anchors) fault(name, `number ${anchor.number} stands here`);
    const isSealed = sealed(lastHash, anchor) === hash;
    if (!isSealed) fault(name, 'the hash is not that of what is written here');
    lastHash = Buffer.from(hash, 'hex');

    const publicKey = bytesOf(anchor.publicKey);
    const fingerprint = sha256(publicKey).toString('hex');
    if (!isSigned(lastHash, bytesOf(signature), publicKey)) fault(name, `is not signed with the key ${fingerprint}`);
    else if (anchors > 1 && !accepted.has(fingerprint) && !keys.includes(fingerprint)) {
      fault(name, `is signed with the key ${fingerprint}, which no anchor before it names`);
    } else if (isSealed) {
      accepted.add(fingerprint);
      signers.add(fingerprint);
      if (anchor.successor !== undefined) accepted.add(sha256(bytesOf(anchor.successor)).toString('hex'));
    }
    for (const [number, other] of noted) {
      if (number === anchors && other !== hash) fault(name, `was noted with the hash ${other}`);
    }

    for (const head of anchor.heads) {
      const recorded = streams.get(head.streamId)?.[head.streamVersion - 1];
      covered += head.streamVersion - (anchored.get(head.streamId) ?? 0);
      anchored.set(head.streamId, head.streamVersion);
      if (recorded === head.hash) continue;
      const what = recorded === undefined ? 'the anchor vouches for this event, which is not here' : 'the anchor vouches for another hash';
      fault(name, head.streamId, `version ${head.streamVersion}`, what);
    }
    if (anchor.events !== covered) fault(name, `says that ${anchor.events} events are covered, its heads give ${covered}`);
  }

  let [number, end] = [0, undefined];
  for await (const text of lines) {
    number += 1;
    try {
      const line = JSON.parse(text);
      if (end !== undefined) throw new Error('something follows the end');
      if ((number === 1) !== (line.kind === 'log')) throw new Error('the first line, and no other, tells the format');
      if (line.kind === 'log') {
        if (line.format !== 'tumor-board-log/1') throw new Error('unknown format');
      } else if (line.kind === 'event') takeEvent(line);
      else if (line.kind === 'anchor') takeAnchor(line);
      else if (line.kind === 'end') end = line;
      else throw new Error('unknown kind');
    } catch (error) {
      fault(`line ${number}`, `cannot be read: ${error.message}`);
    }
  }
  if (end === undefined) fault('the file', 'was cut short');
  else if (end.streams !== streams.size || end.events !== events || end.anchors !== anchors) {
    fault('the file', `should hold ${end.streams} streams, ${end.events} events and ${end.anchors} anchors`);
  }
  for (const [wanted] of noted.filter(([one]) => one > anchors)) fault(`anchor ${wanted}`, 'is missing');
  if (anchors > 0 && keys.length > 0 && !keys.some((key) => signers.has(key)))
    fault(`anchor ${anchors}`, 'nothing here is signed with a given key');
  return { holds: faults === 0, faults, streams: streams.size, events, anchors, eventsSinceAnchor: events - covered, keys: [...signers] };
}

/** The lines of a file. Only a line feed ends one: texts may hold other characters that some programs take for line ends. */
async function* linesOf(file) {
  let rest = '';
  for await (const piece of createReadStream(file, 'utf8')) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function main(args) {
  const [keys, anchors, files] = [[], [], []];
  while (args.length > 0) {
    const [arg, value = ''] = args;
    const noted = /^(\d+):([0-9a-f]{64})$/.exec(value);
    if (arg === '--key' && /^[0-9a-f]{64}$/.test(value)) keys.push(args.splice(0, 2)[1]);
    else if (arg === '--anchor' && noted) anchors.push([Number(noted[1]), noted[2], ...args.splice(0, 2)].slice(0, 2));
    else files.push(args.shift());
  }
  if (files.length !== 1) {
    console.error('Usage: node verify-export.mjs FILE [--key FINGERPRINT]... [--anchor NUMBER:HASH]...');
    return 2;
  }
  const found = await verifyExport(linesOf(files[0]), { keys, anchors, tell: (fault) => console.log(fault) });
  for (const key of found.keys) console.log(`key ${key}${keys.length === 0 ? ': compare it with the one you have noted' : ''}`);
  if (found.eventsSinceAnchor > 0) console.log(`${found.eventsSinceAnchor} events are newer than the last anchor`);
  const counted = `${found.streams} streams, ${found.events} events, ${found.anchors} anchors`;
  console.log(`${counted}: ${found.holds ? 'all as it was recorded' : `${found.faults} faults`}`);
  return found.holds ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    return 2;
  });
}
