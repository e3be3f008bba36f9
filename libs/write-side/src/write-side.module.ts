import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ActivateReleaseHandler } from './activate-release/activate-release.handler.js';
import { BOARD_HANDLERS } from './board-handlers.js';
import { CaseCommands, type WriteSideOptions } from './case-commands.js';
import { ChangePolicyHandler } from './change-policy/change-policy.handler.js';
import { ConsiderCaseFileHandler, ConsiderFactsHandler } from './consider-case/consider-case.handler.js';
import { EraseCaseHandler } from './erase-case/erase-case.handler.js';
import { ImportCaseHandler } from './import-case/import-case.handler.js';
import { KnowledgeCommands } from './knowledge-commands.js';
import { KnowledgeInForce } from './knowledge-in-force.js';
import { MeetingCommands } from './meeting-commands.js';
import { MEETING_HANDLERS } from './meeting-handlers.js';
import { OpenCaseHandler } from './open-case/open-case.handler.js';
import { PatientCommands } from './patient-commands.js';
import { PATIENT_HANDLERS } from './patient-handlers.js';
import { ReassessCaseHandler } from './reassess-case/reassess-case.handler.js';
import { RecordFactsHandler } from './record-facts/record-facts.handler.js';
import { RecordedCases } from './recorded-cases.js';
import { ReportImpactHandler } from './report-impact/report-impact.handler.js';
import { SeriesCommands } from './series-commands.js';
import { SignImpactHandler } from './sign-impact/sign-impact.handler.js';

/** Options that are made of other providers. */
export interface WriteSideAsyncOptions
  extends Pick<ModuleMetadata, 'imports'>,
    Pick<FactoryProvider<WriteSideOptions>, 'inject' | 'useFactory'> {}

const OPTIONS = Symbol('write side options');

/** The commands. The log is opened and closed by who gives it. */
@Module({})
export class WriteSideModule {
  static forRoot(options: WriteSideOptions): DynamicModule {
    return WriteSideModule.forRootAsync({ useFactory: () => options });
  }

  static forRootAsync({ imports = [], inject = [], useFactory }: WriteSideAsyncOptions): DynamicModule {
    return {
      module: WriteSideModule,
      imports: [CqrsModule, ...imports],
      providers: [
        { provide: OPTIONS, inject, useFactory },
        { provide: KnowledgeInForce, inject: [OPTIONS], useFactory: (options: WriteSideOptions) => new KnowledgeInForce(options) },
        {
          provide: CaseCommands,
          inject: [OPTIONS, KnowledgeInForce],
          useFactory: (options: WriteSideOptions, inForce: KnowledgeInForce) => new CaseCommands(options, inForce),
        },
        {
          provide: KnowledgeCommands,
          inject: [OPTIONS, KnowledgeInForce],
          useFactory: (options: WriteSideOptions, inForce: KnowledgeInForce) => new KnowledgeCommands(options.eventStore, inForce, options),
        },
        { provide: MeetingCommands, inject: [OPTIONS], useFactory: (options: WriteSideOptions) => new MeetingCommands(options) },
        { provide: SeriesCommands, inject: [OPTIONS], useFactory: (options: WriteSideOptions) => new SeriesCommands(options) },
        { provide: PatientCommands, inject: [OPTIONS], useFactory: (options: WriteSideOptions) => new PatientCommands(options) },
        { provide: RecordedCases, inject: [OPTIONS], useFactory: (options: WriteSideOptions) => new RecordedCases(options.eventStore) },
        ...MEETING_HANDLERS,
        ...BOARD_HANDLERS,
        ...PATIENT_HANDLERS,
        OpenCaseHandler,
        ImportCaseHandler,
        ConsiderFactsHandler,
        ConsiderCaseFileHandler,
        EraseCaseHandler,
        RecordFactsHandler,
        ReassessCaseHandler,
        ReportImpactHandler,
        SignImpactHandler,
        ActivateReleaseHandler,
        ChangePolicyHandler,
      ],
      exports: [CaseCommands, KnowledgeCommands, KnowledgeInForce, MeetingCommands, SeriesCommands, PatientCommands, RecordedCases],
    };
  }
}
