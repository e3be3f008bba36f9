import type { ActionRow } from './action-list/table.js';
import type { CaseHistoryRow } from './case-history/table.js';
import type { CaseListRow } from './case-list/table.js';
import type { CaseOverviewRow } from './case-overview/table.js';
import type { CasePatientRow } from './case-patient/table.js';
import type { DecisionRow } from './decision-list/table.js';
import type { ExpectationRow } from './expectation-list/table.js';
import type { MeetingRow } from './meeting/table.js';
import type { MeetingSeriesRow } from './meeting-series/table.js';
import type { PanelRunRow } from './panel-run/table.js';
import type { PatientRow } from './patient/table.js';
import type { QueueRow } from './queue/table.js';
import type { ReassessmentRow } from './reassessment/table.js';

/** The tables of the read models, for `kyselyOver<ReadModelTables>(pool)`. */
export interface ReadModelTables {
  'read_model.case_list': CaseListRow;
  'read_model.case_overview': CaseOverviewRow;
  'read_model.case_history': CaseHistoryRow;
  'read_model.board_queue': QueueRow;
  'read_model.decision': DecisionRow;
  'read_model.action': ActionRow;
  'read_model.expectation': ExpectationRow;
  'read_model.meeting': MeetingRow;
  'read_model.meeting_series': MeetingSeriesRow;
  'read_model.patient': PatientRow;
  'read_model.case_patient': CasePatientRow;
  'read_model.panel_run': PanelRunRow;
  'read_model.reassessment': ReassessmentRow;
}
