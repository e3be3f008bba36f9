import { RequestMethod, type Type } from '@nestjs/common';
import { CUSTOM_ROUTE_ARGS_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { z } from 'zod';
import { ACCESS, type Caller } from '../http/access.js';
import { SHOWS, type Shown } from '../http/shows.js';
import { type OperationDescription, operationOf } from './operation.js';

/** Where a value of a request stands. */
export type Place = 'body' | 'query' | 'path' | 'header';

/** A route as the controllers declare it. */
export interface Route {
  /** `CasesController.list` */
  readonly handler: string;
  readonly method: string;
  /** `/api/cases/{id}` */
  readonly path: string;
  readonly caller: Caller | undefined;
  /** What it shows of patients. */
  readonly shown: Shown | undefined;
  readonly operation: OperationDescription | undefined;
  /** What is checked of a request, by where it stands. */
  readonly schemas: Partial<Readonly<Record<Place, z.ZodType>>>;
}

interface DeclaredArgument {
  readonly schema?: z.ZodType;
}

const PLACES: Readonly<Record<number, Place>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'path',
};

/** The place that a declared argument is read from; our one custom decorator reads headers. */
const placeOf = (key: string): Place | undefined =>
  key.includes(CUSTOM_ROUTE_ARGS_METADATA) ? 'header' : PLACES[Number(key.split(':')[0])];

const pathOf = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(':') ? `{${part.slice(1)}}` : part))
    .join('/')}`;

const routesOf = (controller: Type): Route[] => {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller));
  const members = Object.getOwnPropertyDescriptors(controller.prototype as object);
  return Object.entries(members).flatMap(([name, { value }]): Route[] => {
    const method: unknown = typeof value === 'function' ? Reflect.getMetadata(METHOD_METADATA, value) : undefined;
    if (typeof method !== 'number') return [];
    const handler = value as object;
    const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, DeclaredArgument>;
    const schemas = Object.entries(declared).flatMap(([key, { schema }]): [Place, z.ZodType][] => {
      const place = placeOf(key);
      return schema === undefined || place === undefined ? [] : [[place, schema]];
    });
    return [
      {
        handler: `${controller.name}.${name}`,
        method: RequestMethod[method]?.toLowerCase() ?? '',
        path: pathOf(prefix, String(Reflect.getMetadata(PATH_METADATA, handler))),
        caller: Reflect.getMetadata(ACCESS, handler) as Caller | undefined,
        shown: Reflect.getMetadata(SHOWS, handler) as Shown | undefined,
        operation: operationOf(handler),
        schemas: Object.fromEntries(schemas),
      },
    ];
  });
};

/** Every route of the controllers, from what their decorators say. */
export const routesOfAll = (controllers: readonly Type[]): Route[] => controllers.flatMap(routesOf);
