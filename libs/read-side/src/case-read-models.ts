import { problem } from '@tumor-board/kernel';
import { actionList } from './action-list/projection.js';
import { caseHistory } from './case-history/projection.js';
import { type CaseListSources, caseList } from './case-list/projection.js';
import { caseOverview } from './case-overview/projection.js';
import { casePatient } from './case-patient/projection.js';
import { decisionList } from './decision-list/projection.js';
import { expectationList } from './expectation-list/projection.js';
import { FoldedCases, type FoldedCasesOptions } from './folded-cases.js';
import { meetingReadModel } from './meeting/projection.js';
import { meetingSeriesReadModel } from './meeting-series/projection.js';
import { panelRuns } from './panel-run/projection.js';
import { patientReadModel } from './patient/projection.js';
import type { AnyReadModel } from './projection/read-model.js';
import { boardQueue } from './queue/projection.js';

/** The names of the read models, which are also those of their subscriptions. */
export const READ_MODEL_NAMES = [
  'case-list',
  'case-overview',
  'case-history',
  'board-queue',
  'decision-list',
  'action-list',
  'expectation-list',
  'meeting',
  'meeting-series',
  'panel-run',
  'patient',
  'case-patient',
] as const;

/** What read models are made from besides the events. */
export interface CaseReadModelOptions extends FoldedCasesOptions, CaseListSources {}

/** Every read model; those that fold cases share them. */
export function caseReadModels(options: CaseReadModelOptions): readonly AnyReadModel[] {
  const cases = new FoldedCases(options);
  return [
    caseList(options),
    caseOverview(cases),
    caseHistory,
    boardQueue(cases),
    decisionList,
    actionList,
    expectationList(cases),
    meetingReadModel,
    meetingSeriesReadModel,
    panelRuns(options),
    patientReadModel(options),
    casePatient,
  ];
}

/**
 * A read model by its name.
 * @throws Problem `read-model.unknown`
 */
export function caseReadModel(name: string, options: CaseReadModelOptions): AnyReadModel {
  const found = caseReadModels(options).find((model) => model.name === name);
  if (found === undefined) {
    throw problem('read-model.unknown', `There is no read model "${name}"; there are ${READ_MODEL_NAMES.join(', ')}.`, { name });
  }
  return found;
}
