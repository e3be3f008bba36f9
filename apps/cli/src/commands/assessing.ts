import { isCalendarDate } from '@tumor-board/kernel';
import { type KnowledgeRelease, knowledgeRelease, partNamed, type SitePolicy, sitePolicy } from '@tumor-board/knowledge';
import type { Horizon } from '@tumor-board/oncology';
import { InvalidArgumentError, Option } from 'commander';

/** What the options of an assessing command say. */
export interface AssessingOptions {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly release?: KnowledgeRelease;
  readonly oligoMax?: SitePolicy;
}

const refuse = (error: unknown): never => {
  throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
};

/** Reads a calendar date. */
const day = (text: string): string => (isCalendarDate(text) ? text : refuse('Expected a calendar date such as 2025-01-06.'));

const release = (id: string): KnowledgeRelease => {
  try {
    return knowledgeRelease(id);
  } catch (error) {
    return refuse(error);
  }
};

const oligoMax = (text: string): SitePolicy => {
  try {
    return sitePolicy({ oligometastaticMax: Number(text) as 3 | 4 | 5 });
  } catch {
    return refuse('Expected 3, 4 or 5.');
  }
};

/** Reads the name of a part; what a short name stands for is told by the release that is assessed under. */
const part = (name: string): string => {
  try {
    partNamed(name, knowledgeRelease());
    return name;
  } catch (error) {
    return refuse(error);
  }
};

export const asOfOption = (): Option => new Option('--as-of <date>', 'what was true by this day').argParser(day);
export const knownOnOption = (): Option => new Option('--known-on <date>', 'what had reached the record by this day').argParser(day);
export const effectiveFromOption = (): Option =>
  new Option('--effective-from <date>', 'the day on which the change comes into force (default: today)').argParser(day);
export const releaseOption = (): Option => new Option('--release <id>', 'the knowledge release to assess under').argParser(release);
export const oligoMaxOption = (): Option =>
  new Option('--oligo-max <n>', 'the most distant lesions that still count as oligometastatic: 3, 4 or 5 (default: 5)').argParser(oligoMax);

export const partOption = (): Option =>
  new Option('--part <part>', 'the part to explain, such as nextStep, stage or m1.YAO23').argParser(part).default('nextStep');

/** Release, policy and horizon of the options, with their defaults. */
export const assessingUnder = (options: AssessingOptions): { release: KnowledgeRelease; policy: SitePolicy; horizon: Horizon } => ({
  release: options.release ?? knowledgeRelease(),
  policy: options.oligoMax ?? sitePolicy(),
  horizon: { validOn: options.asOf, knownOn: options.knownOn },
});
