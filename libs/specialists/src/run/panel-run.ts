import { canonicalJson, type IsoDate, sha256Hex } from '@tumor-board/kernel';
import type { SitePolicy } from '@tumor-board/knowledge';
import { isoDate } from '@tumor-board/oncology';
import { z } from 'zod';
import { type Synthesis, synthesisSchema } from '../chair/synthesis.js';
import { type Ledger, ledgerSchema } from '../ledger/ledger.js';
import { PANEL, type PanelDiscipline } from '../opinion/discipline.js';
import { type Opinion, opinionSchema } from '../opinion/opinion.js';

/** What a run was given; enough to be given the same again. */
export interface RunInputs {
  /** Fingerprint of the assessment: facts, release, policy and horizon. */
  readonly fingerprint: string;
  readonly asOf: IsoDate;
  readonly release: string;
  readonly releaseHash: string;
  readonly policy: SitePolicy;
}

/** What gave the opinions, as data: another version may say something else. */
export interface RunVersions {
  readonly agents: Readonly<Record<PanelDiscipline, string>>;
  readonly chair: string;
  /** SHA-256 of the panel's rules. */
  readonly rules: string;
  /** SHA-256 of the evidence register. */
  readonly evidence: string;
}

/** A whole deliberation, as it is stored: it recomputes to the same bytes from the record. */
export interface PanelRun {
  readonly format: 'tumor-board-panel-run/1';
  readonly inputs: RunInputs;
  readonly versions: RunVersions;
  readonly opinions: readonly Opinion[];
  readonly ledger: Ledger;
  readonly synthesis: Synthesis;
  /** SHA-256 of the canonical JSON of everything above. */
  readonly digest: string;
}

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/);

/** The form of a run, as it is stored. */
export const panelRunSchema = z.strictObject({
  format: z.literal('tumor-board-panel-run/1'),
  inputs: z.strictObject({
    fingerprint: sha256Text,
    asOf: isoDate,
    release: z.string().min(1),
    releaseHash: sha256Text,
    policy: z.looseObject({
      oligometastaticMax: z.literal([3, 4, 5]),
      upfrontAblationMax: z.int().min(0),
      cisplatinCrClMin: z.number(),
    }),
  }),
  versions: z.strictObject({
    agents: z.record(z.enum(PANEL), z.string().min(1)),
    chair: z.string().min(1),
    rules: sha256Text,
    evidence: sha256Text,
  }),
  opinions: z.array(opinionSchema),
  ledger: ledgerSchema,
  synthesis: synthesisSchema,
  digest: sha256Text,
});

/** The digest of a run: over its canonical JSON, the digest itself left out. */
export const digestOfRun = (run: Omit<PanelRun, 'digest'>): string => sha256Hex(canonicalJson({ ...run, digest: undefined }));
