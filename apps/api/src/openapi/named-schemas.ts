import { assessmentSchema } from '@tumor-board/knowledge';
import { caseFile, fact } from '@tumor-board/oncology';
import { caseHistoryView } from '@tumor-board/read-side';
import type { z } from 'zod';
import { assessmentAnswer, caseAnswer, caseListAnswer, recordedAnswer } from '../cases/case-answers.js';
import { newCase, newFacts } from '../cases/case-requests.js';
import { problemDocument } from '../http/problem-document.js';

/** The schemas that the document lists under a name of their own. */
export const NAMED_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Assessment: assessmentSchema,
  AssessmentAnswer: assessmentAnswer,
  Case: caseAnswer,
  CaseFile: caseFile,
  CaseHistory: caseHistoryView,
  CaseList: caseListAnswer,
  Fact: fact,
  NewCase: newCase,
  NewFacts: newFacts,
  Problem: problemDocument,
  Recorded: recordedAnswer,
};
