import type { NotedAnchor } from '@tumor-board/event-store';
import { InvalidArgumentError, Option } from 'commander';

const fingerprint = (text: string, before: readonly string[] = []): string[] => {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError('Expected a fingerprint of 64 hexadecimal digits.');
  return [...before, text.toLowerCase()];
};

const noted = (text: string, before: readonly NotedAnchor[] = []): NotedAnchor[] => {
  const [, number, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (number === undefined || hash === undefined) {
    throw new InvalidArgumentError('Expected the number of an anchor, a colon and its hash of 64 hexadecimal digits.');
  }
  return [...before, { number: Number(number), hash: hash.toLowerCase() }];
};

export const trustOption = (): Option =>
  new Option('--trust <fingerprint>', 'a key that anchors may be signed with, besides our own; may be repeated').argParser(fingerprint);
export const notedOption = (): Option =>
  new Option('--noted <number:hash>', 'an anchor that was noted elsewhere; may be repeated').argParser(noted);
