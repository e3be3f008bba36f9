import {
  comparableNumber,
  decidePatient,
  type ErasedPatient,
  evolvePatient,
  type Identity,
  linkOf,
  noPatient,
  type Patient,
  type PatientCommand,
  type PatientEvent,
  patientStream,
  type RegisteredPatient,
} from '@tumor-board/board';
import type { BlindIndex, EventStore, SubjectKeys, TokenHolders } from '@tumor-board/event-store';
import { type CommandContext, canonicalJson, derivedId, fold, isProblem, type Problem, problem } from '@tumor-board/kernel';
import { CommandLoop, type CommandLoopOptions } from './command-loop.js';
import { dayOf } from './days.js';

/** What patients are kept with. */
export interface PatientOptions extends CommandLoopOptions {
  readonly eventStore: EventStore;
  /** To destroy the keys of what is erased; without them that is left to whoever has them. */
  readonly keys?: Pick<SubjectKeys, 'destroy'> | undefined;
  /** Makes the id of a record of its number, which says nothing without the key. Without it nobody can be registered. */
  readonly index?: Pick<BlindIndex, 'exactly'> | undefined;
  /** Keeps two records from being given one number at the same moment; without it the log alone is asked. */
  readonly holders?: Pick<TokenHolders, 'giving' | 'forget'> | undefined;
}

/** What a command to a record of a person answers. */
export interface PatientCommandResult {
  readonly patientId: string;
  /** The version of the stream that the command went to; of a link that is one of the two records. */
  readonly version: number;
  /** Pass it to a query as `atLeast` to read what the command wrote. */
  readonly position: string;
  /** True when nothing was recorded, because it is so already. */
  readonly duplicate: boolean;
}

type OneOf<Type extends PatientCommand['type']> = Omit<Extract<PatientCommand, { readonly type: Type }>, 'type' | 'today' | 'patientId'>;
/** An identity as it should be, and why it is recorded anew. */
export type Correction = OneOf<'CorrectIdentity'>;
/** The other record, and why it is of the same person. */
export type Link = OneOf<'LinkPatient'>;
/** The other record, and why it is not of the same person. */
export type Unlink = OneOf<'UnlinkPatient'>;
/** Why a person is erased. A person confirms it by the number of the record; a workflow has nothing to confirm. */
export interface Erasure extends OneOf<'ErasePatient'> {
  readonly confirm?: string | undefined;
}

type Ordered = PatientCommand & { readonly confirm?: string | undefined };
interface PatientDecision {
  readonly events: readonly PatientEvent[];
  readonly state: Patient;
}

const evolve = { evolve: evolvePatient };
/** How often a record number may have been given up, by an erasure or a correction, and be registered anew. */
const RECORDS_OF_A_NUMBER = 50;

/** Carries out commands to records of persons. */
export class PatientCommands {
  readonly #store: EventStore;
  readonly #loop: CommandLoop<Patient, Ordered, PatientEvent, PatientDecision>;
  readonly #keys: PatientOptions['keys'];
  readonly #index: PatientOptions['index'];
  readonly #holders: PatientOptions['holders'];

  constructor({ eventStore, keys, index, holders, ...options }: PatientOptions) {
    this.#store = eventStore;
    this.#keys = keys;
    this.#index = index;
    this.#holders = holders;
    this.#loop = new CommandLoop(
      eventStore,
      {
        name: 'patient',
        initialState: noPatient,
        evolve: evolvePatient,
        decide: async (state, command, context) => {
          if (command.type === 'LinkPatient') registered(await this.read(context.metadata.site, command.with));
          if (command.type === 'ErasePatient') refuseUnconfirmed(state, command.confirm);
          const events = decidePatient(state, command);
          return { events, state: fold(evolve, state, events) };
        },
        refusal: (state, command) => (state.status === 'erased' && command.type !== 'ErasePatient' ? erasedPatient(state) : undefined),
      },
      options,
    );
  }

  /**
   * Registers a person. The id is made of site and record number, so that who registers one number at the same time meets
   * in one stream. `holder` is the record that has the number by now, where somebody knows of one.
   * @throws Problem `patient.record-number-taken` with `patientId`, `patient.invalid`, `patient.unprotected`
   */
  async register(identity: Identity, context: CommandContext, holder?: string): Promise<PatientCommandResult> {
    const { patientId, isNew } = await this.#recordFor(identity.recordNumber, context, holder);
    const register = () => this.#carryOut(patientId, { type: 'RegisterPatient', identity, today: dayOf(context.receivedAt) }, context);
    try {
      return await (isNew ? this.#giving(identity.recordNumber, patientId, context, register) : register());
    } catch (error) {
      throw isProblem(error, 'patient.already-registered') ? numberTaken(patientId) : error;
    }
  }

  /**
   * @throws Problem `patient.unknown`, `patient.erased`, `patient.invalid`, `patient.version-conflict`,
   * `patient.record-number-taken` with `patientId`
   */
  async correct(
    patientId: string,
    correction: Correction,
    context: CommandContext,
    expectedVersion?: number,
  ): Promise<PatientCommandResult> {
    const command = { type: 'CorrectIdentity', ...correction, today: dayOf(context.receivedAt) } as const;
    const correct = () => this.#carryOut(patientId, command, context, expectedVersion);
    const { recordNumber } = correction.identity;
    return (await this.#keepsNumber(patientId, recordNumber, context))
      ? await correct()
      : await this.#giving(recordNumber, patientId, context, correct);
  }

  /**
   * Says that two records are of one person. Both must be there, and neither erased.
   * @throws Problem `patient.unknown`, `patient.erased`, `patient.invalid`
   */
  async link(patientId: string, { with: other, because }: Link, context: CommandContext): Promise<PatientCommandResult> {
    return await this.#toHolder(
      patientId,
      other,
      (holder) => ({ type: 'LinkPatient', because, patientId: holder.holder, with: holder.with }),
      context,
    );
  }

  /** @throws Problem `patient.unknown`, `patient.erased` */
  async unlink(patientId: string, { with: other, because }: Unlink, context: CommandContext): Promise<PatientCommandResult> {
    return await this.#toHolder(
      patientId,
      other,
      (holder) => ({ type: 'UnlinkPatient', because, patientId: holder.holder, with: holder.with }),
      context,
    );
  }

  /**
   * Erases a record of a person: records the tombstone, then destroys the key. Whoever follows the log erases the person's
   * cases and other records after it, and does the second where this process ended before it could.
   * @throws Problem `patient.unknown`, `patient.not-confirmed`
   */
  async erase(patientId: string, { because, confirm }: Erasure, context: CommandContext): Promise<PatientCommandResult> {
    const command = { type: 'ErasePatient', because, today: dayOf(context.receivedAt), confirm } as const;
    const result = await this.#carryOut(patientId, command, context);
    await this.#keys?.destroy(patientStream(patientId));
    await this.#holders?.forget(patientId);
    return result;
  }

  /**
   * A record of a person as the log tells it now.
   * @throws Problem `patient.unknown`, also for one of another site; `patient.erased`
   */
  async find(site: string, patientId: string): Promise<RegisteredPatient> {
    return registered(await this.read(site, patientId));
  }

  /** A record of a person as the log tells it now, also an erased one; none where the site has no such record. */
  async read(site: string, patientId: string): Promise<Patient> {
    const events = await this.#store.read(patientStream(patientId));
    if (events[0]?.metadata.site !== site) return noPatient();
    return fold(evolve, noPatient(), events as readonly unknown[] as readonly PatientEvent[]);
  }

  /**
   * The record that a number is registered in: the first that has never been used or has the number. A record that was
   * erased, or whose number was corrected, has given it up.
   */
  async #recordFor(
    recordNumber: string,
    { metadata: { site }, commandId }: CommandContext,
    holder: string | undefined,
  ): Promise<{ readonly patientId: string; readonly isNew: boolean }> {
    if (this.#index === undefined)
      throw problem('patient.unprotected', 'Persons are only registered where their texts are protected by a key.');
    const held = holder === undefined ? noPatient() : await this.read(site, holder);
    if (holder !== undefined && held.status === 'registered' && isNumberOf(held, recordNumber)) return { patientId: holder, isNew: false };
    const token = tokenOf(this.#index, site, recordNumber);
    for (let at = 0; at < RECORDS_OF_A_NUMBER; at += 1) {
      const patientId = derivedId('patient', site, token, String(at));
      const events = await this.#store.read(patientStream(patientId));
      if (events.some((event) => event.commandId === commandId.toLowerCase())) return { patientId, isNew: false };
      const state = fold(evolve, noPatient(), events as readonly unknown[] as readonly PatientEvent[]);
      if (state.status === 'none') return { patientId, isNew: true };
      if (state.status === 'registered' && isNumberOf(state, recordNumber)) return { patientId, isNew: false };
    }
    throw problem('patient.invalid', 'recordNumber: was given up too often', {}, [
      { path: 'recordNumber', message: 'was given up too often' },
    ]);
  }

  /** Whether a command gives the record no number: it has it already, or the command was carried out before. */
  async #keepsNumber(patientId: string, recordNumber: string, { commandId }: CommandContext): Promise<boolean> {
    const events = await this.#store.read(patientStream(patientId));
    if (events.some((event) => event.commandId === commandId.toLowerCase())) return true;
    const state = fold(evolve, noPatient(), events as readonly unknown[] as readonly PatientEvent[]);
    return state.status !== 'registered' || isNumberOf(state, recordNumber);
  }

  /** Carries out what gives a record a number, while no other record can be given it. */
  async #giving(
    recordNumber: string,
    to: string,
    { metadata: { site } }: CommandContext,
    give: () => Promise<PatientCommandResult>,
  ): Promise<PatientCommandResult> {
    if (this.#index === undefined || this.#holders === undefined) return await give();
    const hasStill = async (other: string) => {
      const state = await this.read(site, other);
      return state.status === 'registered' && isNumberOf(state, recordNumber);
    };
    return await this.#holders.giving({ token: tokenOf(this.#index, site, recordNumber), to }, hasStill, numberTaken, give);
  }

  async #toHolder(
    patientId: string,
    other: string,
    command: (link: ReturnType<typeof linkOf>) => PatientCommand,
    context: CommandContext,
  ): Promise<PatientCommandResult> {
    const link = linkOf(patientId, other);
    const result = await this.#carryOut(link.holder, command(link), context);
    return { ...result, patientId };
  }

  async #carryOut(patientId: string, command: Ordered, context: CommandContext, expectedVersion?: number): Promise<PatientCommandResult> {
    const handled = await this.#loop.handle({ streamId: patientStream(patientId), command, context, expectedVersion });
    if (handled.outcome === 'repeated') {
      const own = handled.history.find(({ commandId }) => commandId === context.commandId.toLowerCase());
      if (own !== undefined && !says(own as unknown as PatientEvent, command)) {
        throw problem('idempotency.key-reused', 'The key was used for something else.');
      }
    }
    const { version, position, outcome } = handled;
    return { patientId, version, position, duplicate: outcome !== 'recorded' };
  }
}

/** The kind of text that a record number is, for the blind index: those of two sites share no token. */
const recordNumbersOf = (site: string): string => `record number of ${site}`;

/** Whether an event says what a command asks for. */
function says({ type, data }: PatientEvent, command: PatientCommand): boolean {
  switch (command.type) {
    case 'RegisterPatient':
      return type === 'PatientRegistered' && canonicalJson(data) === canonicalJson(command.identity);
    case 'CorrectIdentity':
      return (
        type === 'PatientIdentityCorrected' && canonicalJson(data) === canonicalJson({ ...command.identity, because: command.because })
      );
    case 'LinkPatient':
      return type === 'PatientLinked' && data.with === command.with;
    case 'UnlinkPatient':
      return type === 'PatientUnlinked' && data.with === command.with;
    case 'ErasePatient':
      return type === 'PatientErased';
  }
}

const tokenOf = (index: Pick<BlindIndex, 'exactly'>, site: string, recordNumber: string): string =>
  index.exactly(recordNumbersOf(site), comparableNumber(recordNumber));

const isNumberOf = ({ identity }: RegisteredPatient, recordNumber: string): boolean =>
  comparableNumber(identity.recordNumber) === comparableNumber(recordNumber);

function refuseUnconfirmed(state: Patient, confirm: string | undefined): void {
  if (confirm === undefined || state.status !== 'registered' || isNumberOf(state, confirm)) return;
  throw problem('patient.not-confirmed', 'What was typed is not the number of the record.', {}, [
    { path: 'confirm', message: 'expected the number of the record' },
  ]);
}

function registered(state: Patient): RegisteredPatient {
  if (state.status === 'none') throw problem('patient.unknown', 'There is no such patient.');
  if (state.status === 'erased') throw erasedPatient(state);
  return state;
}

const erasedPatient = ({ on }: ErasedPatient): Problem =>
  problem('patient.erased', `The record was erased on ${on}; nothing can be added to it.`);

/** The record number belongs to a record with something else in it. */
export const numberTaken = (patientId: string): Problem =>
  problem('patient.record-number-taken', 'The record number is that of another record. Is it the same person?', { patientId }, [
    { path: 'recordNumber', message: 'expected a number that no record of the site has' },
  ]);
