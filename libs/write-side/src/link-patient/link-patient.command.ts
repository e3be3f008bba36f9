import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { Link, PatientCommandResult } from '../patient-commands.js';

/** Say that two records are of one person. */
export class LinkPatientCommand extends Command<PatientCommandResult> {
  constructor(
    readonly patientId: string,
    readonly link: Link,
    readonly context: CommandContext,
  ) {
    super();
  }
}
