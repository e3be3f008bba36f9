import type { z } from 'zod';

/** An answer of an operation. */
export interface OperationAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Default `application/json`; several where the caller chooses. */
  readonly mediaType?: string | readonly string[];
  /** Headers by name, with what they hold. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the OpenAPI document says of a route besides what its parameters say themselves. */
export interface OperationDescription {
  /** Names the operation to generated clients. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag:
    | 'cases'
    | 'patients'
    | 'queue'
    | 'board'
    | 'meetings'
    | 'panel'
    | 'live'
    | 'evidence'
    | 'knowledge'
    | 'access'
    | 'audit'
    | 'operations';
  /** By status. */
  readonly answers: Readonly<Record<number, OperationAnswer>>;
  /** Codes of the problems that it answers with, besides those that every route can. */
  readonly problems?: readonly string[];
}

const OPERATION = 'tumor-board:operation';

/** Describes a route for the OpenAPI document. Every route must have it. */
export const Operation =
  (description: OperationDescription): MethodDecorator =>
  (_target, _name, { value }) => {
    Reflect.defineMetadata(OPERATION, description, value as object);
  };

/** What {@link Operation} said of a method of a controller. */
export const operationOf = (method: object): OperationDescription | undefined =>
  Reflect.getMetadata(OPERATION, method) as OperationDescription | undefined;
