// Posts a progression to one case after the other, at a fixed rate, whether or not earlier posts have been answered.

import { clock } from '../follow/stamp.ts';
import { serve } from '../harness/contender.ts';
import type { OpenApi } from '../http/api.ts';
import { type Http, openHttp } from '../http/http.ts';
import type { Posted, Prepared } from './live.bench.ts';

const CONNECTIONS = 16;
const target = { lesion: 'NP', organ: 'nasopharynx', kind: 'non-nodal', state: 'measured' };
const BASELINE = [
  { type: 'StagingRecorded', on: '2025-01-06', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
  { type: 'BaselineLesionsMeasured', on: '2025-01-07', modality: 'mri', nonTarget: 'none', targets: [{ ...target, mm: 40 }] },
  { type: 'SystemicTherapyStarted', on: '2025-01-13', line: 1, regimen: 'GP', agents: ['gemcitabine', 'cisplatin'] },
];
const PROGRESSION = {
  type: 'ResponseAssessed',
  on: '2025-03-10',
  modality: 'mri',
  nonTarget: 'none',
  newLesions: [],
  targets: [{ ...target, mm: 60 }],
};

let http: Http;
let opened = 0;
let cases: Prepared['cases'] = [];

async function openCase(): Promise<Prepared['cases'][number]> {
  opened += 1;
  const reference = `LIVE-${String(opened).padStart(6, '0')}`;
  const file = { format: 'tumor-board-case/1', reference, patient: { ageYears: 50, sex: 'female' }, facts: BASELINE };
  const { status, body } = await http.send('POST', '/api/cases', JSON.stringify(file));
  if (status !== 201) throw new Error(`opening a case was answered ${status}: ${body}`);
  return { id: (JSON.parse(body) as { id: string }).id, reference };
}

async function post(id: string, due: number): Promise<[string, { due: number; answered: number }]> {
  const { status, body } = await http.send('POST', `/api/cases/${id}/facts`, JSON.stringify(PROGRESSION));
  if (status !== 200) throw new Error(`a fact was answered ${status}: ${body}`);
  return [id, { due, answered: clock() }];
}

serve(
  {
    async open({ url, headers }: OpenApi) {
      http = await openHttp(url, CONNECTIONS, headers);
    },
    /** Opens the cases of a run: treated, so that a progression lists them. */
    async prepare({ cases: count }: { cases: number }): Promise<Prepared> {
      const ready: Prepared['cases'][number][] = [];
      let left = count;
      const opening = async () => {
        while (left > 0) {
          left -= 1;
          ready.push(await openCase());
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, opening));
      cases = ready;
      return { cases };
    },
    async post({ perSecond }: { perSecond: number }): Promise<Posted> {
      const begin = clock();
      const sent: ReturnType<typeof post>[] = [];
      while (sent.length < cases.length) {
        const due = Math.min(cases.length, 1 + Math.floor(((clock() - begin) / 1_000) * perSecond));
        while (sent.length < due) sent.push(post(cases[sent.length]?.id ?? '', begin + (sent.length / perSecond) * 1_000));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return { cases: Object.fromEntries(await Promise.all(sent)) };
    },
  },
  () => http.close(),
);
