import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, newKey } from '../api/client.js';
import { newestPosition, notePosition } from '../api/live.js';
import type { operations } from '../api/schema.js';

type BodyOf<Name extends keyof operations> = operations[Name] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } };
}
  ? Body
  : never;

export type Patient = Awaited<ReturnType<typeof readPatient>>;
export type PatientEntry = Awaited<ReturnType<typeof searchPatients>>['patients'][number];
export type Identity = BodyOf<'registerPatient'>;
export type CorrectionReason = BodyOf<'correctIdentity'>['because'];
export type Ground = BodyOf<'eraseCase'>['because'];
export type Erasure = Awaited<ReturnType<typeof readErasure>>;
export type Tombstone = NonNullable<Erasure['erased']>;

export const GROUNDS = [
  'person-asked',
  'consent-withdrawn',
  'retention-ended',
  'recorded-by-mistake',
  'court-order',
] as const satisfies readonly Ground[];

const topicOf = (id: string): string => `patient:${id}`;
/** What the page itself recorded must be in what is read next. */
const fresh = (id: string): { readonly atLeast?: string } => {
  const atLeast = newestPosition(topicOf(id));
  return atLeast === undefined ? {} : { atLeast };
};

const readPatient = (id: string) => answered(api.GET('/api/patients/{id}', { params: { path: { id }, query: fresh(id) } }));
const readErasure = (id: string) => answered(api.GET('/api/patients/{id}/erasure', { params: { path: { id }, query: fresh(id) } }));

/** Looks for persons. What is searched for goes in the body, into no address and into no cache. */
export const searchPatients = (body: BodyOf<'searchPatients'>) => answered(api.POST('/api/patients/search', { body }));

const patientKey = (id: string) => ['patient', id] as const;

/** Who a person is, with the other records and the cases. */
export const patientQuery = (id: string) => queryOptions({ queryKey: [...patientKey(id), 'record'], queryFn: () => readPatient(id) });

const FOLLOWED_MS = 700;

/** What erasing a person reaches or has reached; followed while it is under way. */
export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: [...patientKey(id), 'erasure'],
    queryFn: () => readErasure(id),
    refetchInterval: ({ state }) => (state.data?.status === 'erased' && !state.data.isComplete ? FOLLOWED_MS : false),
  });

export const useSearch = () => useMutation({ mutationFn: searchPatients, gcTime: 0 });

/** Makes a record of a person. */
export const useRegister = () =>
  useMutation({
    mutationFn: (body: Identity) => answered(api.POST('/api/patients', { params: { header: { 'idempotency-key': newKey() } }, body })),
    onSuccess: ({ id, position }) => notePosition(position, topicOf(id)),
    gcTime: 0,
  });

/** What a coordinator does with the record of a person. */
export function usePatientWork(id: string) {
  const client = useQueryClient();
  const onSuccess = ({ position }: { readonly position: string }) => {
    notePosition(position, topicOf(id));
    return client.invalidateQueries({ queryKey: patientKey(id) });
  };
  return {
    correct: useMutation({
      mutationFn: ({ version, ...body }: BodyOf<'correctIdentity'> & { readonly version: number }) =>
        answered(
          api.PUT('/api/patients/{id}/identity', {
            params: { path: { id }, header: { 'idempotency-key': newKey(), 'if-match': `"${version}"` } },
            body,
          }),
        ),
      onSuccess,
      gcTime: 0,
    }),
    link: useMutation({
      mutationFn: (other: string) =>
        answered(api.POST('/api/patients/{id}/links', { params: { path: { id } }, body: { with: other, because: 'same-person' } })),
      onSuccess,
    }),
    unlink: useMutation({
      mutationFn: (otherId: string) =>
        answered(
          api.DELETE('/api/patients/{id}/links/{otherId}', {
            params: { path: { id, otherId }, query: { because: 'not-the-same-person' } },
          }),
        ),
      onSuccess,
    }),
  };
}

/** Says whose case it is. */
export function useIdentify(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<'identifyPatient'>) =>
      answered(api.PUT('/api/cases/{id}/patient', { params: { path: { id: caseId }, header: { 'idempotency-key': newKey() } }, body })),
    onSuccess: async ({ position }, { patientId }) => {
      notePosition(position, `case:${caseId}`, 'cases', topicOf(patientId));
      await client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
}

/** Erases a person. */
export function useErasePerson(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<'erasePatient'>) =>
      answered(api.POST('/api/patients/{id}/erasure', { params: { path: { id }, header: { 'idempotency-key': newKey() } }, body })),
    onSuccess: async ({ position }) => {
      notePosition(position, topicOf(id));
      await client.invalidateQueries({ queryKey: patientKey(id) });
    },
    gcTime: 0,
  });
}

/** Erases the texts of a case. */
export const useEraseCase = (id: string) =>
  useMutation({
    mutationFn: (because: Ground) =>
      answered(
        api.POST('/api/cases/{id}/erasure', { params: { path: { id }, header: { 'idempotency-key': newKey() } }, body: { because } }),
      ),
  });
