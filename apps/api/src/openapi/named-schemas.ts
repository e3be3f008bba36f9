import { readLogView } from '@tumor-board/access';
import { assessmentSchema, citedEntrySchema, citedSourceSchema, traceSchema, whatWouldChangeSchema } from '@tumor-board/knowledge';
import { caseFile, fact } from '@tumor-board/oncology';
import {
  caseExplanationView,
  caseHistoryView,
  caseOutlookView,
  patientErasureView,
  patientSearchView,
  patientView,
  reassessmentsView,
} from '@tumor-board/read-side';
import type { z } from 'zod';
import {
  accountAnswer,
  accountListAnswer,
  newAccountAnswer,
  sessionAnswer,
  sessionListAnswer,
  tokenAnswer,
} from '../access/access-answers.js';
import {
  actionListAnswer,
  auditSampleAnswer,
  caseBoardAnswer,
  decisionDiffAnswer,
  decisionDraftAnswer,
  decisionListAnswer,
  dossierAnswer,
  hindsightAnswer,
  meetingHindsightAnswer,
} from '../board/board-answers.js';
import { assessmentAnswer, caseAnswer, caseListAnswer, recordedAnswer } from '../cases/case-answers.js';
import { previewAnswer } from '../cases/case-preview-answers.js';
import { newCase, newFacts } from '../cases/case-requests.js';
import { deliberationAnswer, deliberationListAnswer, panelCountersAnswer, replayAnswer } from '../deliberation/deliberation-answers.js';
import { evidenceAnswer, evidenceListAnswer } from '../evidence/evidence-answers.js';
import { problemDocument } from '../http/problem-document.js';
import {
  impactAnswer,
  impactReportSchema,
  policyAnswer,
  releaseAnswer,
  releaseDiffAnswer,
  releaseListAnswer,
} from '../knowledge/knowledge-answers.js';
import { liveBegin, liveChange } from '../live/live-message.js';
import { m1System, m1SystemsAnswer } from '../m1-systems/m1-system-answers.js';
import { meetingAnswer, meetingListAnswer, meetingRecorded, seriesAnswer, seriesListAnswer } from '../meetings/meeting-answers.js';
import { anchorsAnswer, verificationAnswer } from '../seal/seal-answers.js';

/** The schemas that the document lists under a name of their own. */
export const NAMED_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Account: accountAnswer,
  Accounts: accountListAnswer,
  Anchors: anchorsAnswer,
  Actions: actionListAnswer,
  AuditSamples: auditSampleAnswer,
  Assessment: assessmentSchema,
  AssessmentAnswer: assessmentAnswer,
  Case: caseAnswer,
  CaseBoard: caseBoardAnswer,
  CaseExplanation: caseExplanationView,
  CaseFile: caseFile,
  CaseHistory: caseHistoryView,
  CaseList: caseListAnswer,
  CaseOutlook: caseOutlookView,
  CasePreview: previewAnswer,
  DecisionDiff: decisionDiffAnswer,
  DecisionDossier: dossierAnswer,
  DecisionDraft: decisionDraftAnswer,
  Decisions: decisionListAnswer,
  Deliberation: deliberationAnswer,
  Deliberations: deliberationListAnswer,
  PanelCounters: panelCountersAnswer,
  Replay: replayAnswer,
  Meeting: meetingAnswer,
  MeetingList: meetingListAnswer,
  MeetingRecorded: meetingRecorded,
  MeetingSeries: seriesAnswer,
  MeetingSeriesList: seriesListAnswer,
  Evidence: evidenceAnswer,
  EvidenceEntry: citedEntrySchema,
  EvidenceList: evidenceListAnswer,
  EvidenceSource: citedSourceSchema,
  Fact: fact,
  Hindsight: hindsightAnswer,
  Impact: impactAnswer,
  ImpactReport: impactReportSchema,
  LiveBegin: liveBegin,
  LiveChange: liveChange,
  M1System: m1System,
  M1Systems: m1SystemsAnswer,
  NewAccount: newAccountAnswer,
  MeetingHindsight: meetingHindsightAnswer,
  NewCase: newCase,
  NewFacts: newFacts,
  Patient: patientView,
  PatientErasure: patientErasureView,
  Patients: patientSearchView,
  Policy: policyAnswer,
  Problem: problemDocument,
  ReadLog: readLogView,
  Reassessments: reassessmentsView,
  Recorded: recordedAnswer,
  Release: releaseAnswer,
  ReleaseDiff: releaseDiffAnswer,
  Releases: releaseListAnswer,
  Session: sessionAnswer,
  Sessions: sessionListAnswer,
  Token: tokenAnswer,
  Trace: traceSchema,
  Verification: verificationAnswer,
  WhatWouldChange: whatWouldChangeSchema,
};
