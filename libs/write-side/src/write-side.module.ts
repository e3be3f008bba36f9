import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseCommands, type WriteSideOptions } from './case-commands.js';
import { ImportCaseHandler } from './import-case/import-case.handler.js';
import { OpenCaseHandler } from './open-case/open-case.handler.js';
import { ReassessCaseHandler } from './reassess-case/reassess-case.handler.js';
import { RecordFactsHandler } from './record-facts/record-facts.handler.js';

/** Options that are made of other providers. */
export interface WriteSideAsyncOptions
  extends Pick<ModuleMetadata, 'imports'>,
    Pick<FactoryProvider<WriteSideOptions>, 'inject' | 'useFactory'> {}

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
        {
          provide: CaseCommands,
          inject,
          useFactory: async (...given: never[]) => new CaseCommands(await useFactory(...given)),
        },
        OpenCaseHandler,
        ImportCaseHandler,
        RecordFactsHandler,
        ReassessCaseHandler,
      ],
      exports: [CaseCommands],
    };
  }
}
