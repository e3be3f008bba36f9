import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ActionListHandler } from './action-list/query.js';
import { AuditSampleHandler } from './audit-sample/query.js';
import { CaseAssessmentHandler } from './case-assessment/query.js';
import { CaseBoardHandler } from './case-board/query.js';
import { CaseExplanationHandler } from './case-explanation/query.js';
import { CaseHistoryHandler } from './case-history/query.js';
import { CaseListHandler } from './case-list/query.js';
import { CaseOutlookHandler } from './case-outlook/query.js';
import { CaseOverviewHandler } from './case-overview/query.js';
import { PatientsOfCasesHandler } from './case-patient/query.js';
import { CaseRecordHandler } from './case-record/query.js';
import { CommandEventsHandler } from './command-events/query.js';
import { DecisionDiffHandler } from './decision-diff/query.js';
import { DecisionDossierHandler } from './decision-dossier/query.js';
import { DecisionDraftHandler } from './decision-draft/query.js';
import { DecisionListHandler, OverridesHandler } from './decision-list/query.js';
import { DecisionQuorumHandler } from './decision-quorum/query.js';
import { DeliberationHandler, DeliberationListHandler, ReplayHandler } from './deliberation/query.js';
import { HindsightHandler, MeetingHindsightHandler } from './hindsight/query.js';
import { ImpactHandler } from './impact/query.js';
import { MeetingHandler, MeetingListHandler } from './meeting/query.js';
import { MeetingSeriesHandler, MeetingSeriesListHandler } from './meeting-series/query.js';
import { PanelCountersHandler } from './panel-run/counters.js';
import { PatientErasureHandler, PatientHandler, RecordNumberHolderHandler } from './patient/query.js';
import { PatientSearchHandler } from './patient/search.js';
import { MeetingSheetHandler, OutcomeLetterHandler } from './printed/query.js';
import { QueueCountsHandler } from './queue/counts.js';
import { QueueHandler } from './queue/query.js';
import { ReadModels } from './read-models.js';
import type { ReadSideOptions } from './read-side-options.js';
import { ReassessmentsHandler } from './reassessment/query.js';
import { SiteKnowledgeHandler } from './site-knowledge/query.js';

/** Options that are made of other providers. */
export interface ReadSideAsyncOptions
  extends Pick<ModuleMetadata, 'imports'>,
    Pick<FactoryProvider<ReadSideOptions>, 'inject' | 'useFactory'> {}

/** The queries. Projections are started apart from it, by `startProjections`. */
@Module({})
export class ReadSideModule {
  static forRoot(options: ReadSideOptions): DynamicModule {
    return ReadSideModule.forRootAsync({ useFactory: () => options });
  }

  static forRootAsync({ imports = [], inject = [], useFactory }: ReadSideAsyncOptions): DynamicModule {
    return {
      module: ReadSideModule,
      imports: [CqrsModule, ...imports],
      providers: [
        {
          provide: ReadModels,
          inject,
          useFactory: async (...given: never[]) => new ReadModels(await useFactory(...given)),
        },
        CaseListHandler,
        CaseOverviewHandler,
        CaseHistoryHandler,
        CaseAssessmentHandler,
        CaseOutlookHandler,
        CaseExplanationHandler,
        CaseRecordHandler,
        ImpactHandler,
        ReassessmentsHandler,
        SiteKnowledgeHandler,
        QueueHandler,
        MeetingHandler,
        MeetingListHandler,
        MeetingSeriesHandler,
        MeetingSeriesListHandler,
        QueueCountsHandler,
        CaseBoardHandler,
        CommandEventsHandler,
        DecisionQuorumHandler,
        DecisionDossierHandler,
        DecisionDraftHandler,
        DecisionDiffHandler,
        AuditSampleHandler,
        DecisionListHandler,
        OverridesHandler,
        ActionListHandler,
        DeliberationHandler,
        DeliberationListHandler,
        ReplayHandler,
        PanelCountersHandler,
        HindsightHandler,
        MeetingHindsightHandler,
        OutcomeLetterHandler,
        MeetingSheetHandler,
        PatientHandler,
        PatientErasureHandler,
        PatientSearchHandler,
        RecordNumberHolderHandler,
        PatientsOfCasesHandler,
      ],
      exports: [ReadModels],
    };
  }
}
