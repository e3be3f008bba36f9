import { assessmentSchema } from '@tumor-board/knowledge';
import {
  type CaseListView,
  type CaseOverviewView,
  caseAssessmentView,
  caseListEntry,
  caseListView,
  caseOverviewView,
} from '@tumor-board/read-side';
import type { CaseCommandResult } from '@tumor-board/write-side';
import { z } from 'zod';
import { identityOfCase } from '../patients/patient-answers.js';

/** What recording answers: the version and the advice that stand after it, and where to read it. */
export const recordedAnswer = z.strictObject({
  /** The id of the case. */
  id: z.uuid(),
  version: z.int(),
  /** Give it as `atLeast` to read what was recorded. */
  position: z.string(),
  assessment: assessmentSchema,
});

export type Recorded = z.infer<typeof recordedAnswer>;

export const toRecorded = ({ caseId, version, position, assessment }: CaseCommandResult) => ({ id: caseId, version, position, assessment });

const { caseId: overviewId, ...overview } = caseOverviewView.shape;
const { caseId: entryId, ...entry } = caseListEntry.shape;

/** A case and the assessment that stands, with whose it is for those who may know. */
export const caseAnswer = z.strictObject({ id: overviewId, ...overview, assessment: assessmentSchema, identity: identityOfCase });

export type CaseAnswer = z.infer<typeof caseAnswer>;

export const toCase = ({ caseId, ...rest }: CaseOverviewView) => ({ id: caseId, ...rest });

/** A page of cases. */
export const caseListAnswer = z.strictObject({ ...caseListView.shape, cases: z.array(z.strictObject({ id: entryId, ...entry })) });

export type CaseListAnswer = z.infer<typeof caseListAnswer>;

export const toCaseList = ({ cases, next }: CaseListView) => ({
  cases: cases.map(({ caseId, ...rest }) => ({ id: caseId, ...rest })),
  next,
});

/** An assessment asked at a horizon. */
export const assessmentAnswer = z.strictObject({ ...caseAssessmentView.shape, assessment: assessmentSchema });
