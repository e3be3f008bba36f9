import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import { type Contender, startContender } from '../harness/contender.ts';
import type { Goal } from '../harness/goal.ts';
import { figure, median, percentile } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import type { OpenApi } from '../http/api.ts';

/** What a poster did in a run: by the id of a case, when its fact was due and when it was answered, by the common clock. */
export interface Posted {
  readonly cases: Readonly<Record<string, { readonly due: number; readonly answered: number }>>;
}

/** What another client saw in a run, by the id of a case. */
export interface Seen {
  readonly cases: Readonly<Record<string, { readonly noticed: number; readonly shown: number }>>;
}

/** The cases of a run: id and reference. */
export interface Prepared {
  readonly cases: readonly { readonly id: string; readonly reference: string }[];
}

const PER_SECOND = 50;
const SECONDS = 4;

interface Round {
  readonly answered: readonly number[];
  readonly noticed: readonly number[];
  readonly shown: readonly number[];
  readonly missed: number;
}

const LATE_MS = 10_000;

async function run({ server, rounds, peersInstalled, print }: Context): Promise<Goal[]> {
  const at = `at ${PER_SECOND} facts/s`;
  const goal = (share: string, target: number, measured: number | undefined): Goal => ({
    text: `response posted → in another client's queue, ${share} ${at}`,
    target,
    atLeast: false,
    unit: 'ms',
    measured,
  });
  if (!peersInstalled) return [goal('p50', 100, undefined), goal('p99', 500, undefined)];
  const started: Contender[] = [];
  const start = (file: string) => {
    const contender = startContender(path.join(import.meta.dirname, file), { quiet: true });
    started.push(contender);
    return contender;
  };
  try {
    const database = await server.database('bench_live', { migrated: true });
    const api = start('../http/api.ts');
    const opened = await api.ask<OpenApi>('open', { url: database });
    const projector = start('../http/projector.ts');
    await projector.ask('open', { url: database });
    const [poster, viewer] = [start('poster.ts'), start('viewer.ts')];
    await Promise.all([poster.ask('open', opened), viewer.ask('open', opened)]);
    const oneRound = async (seconds: number): Promise<Round> => {
      const prepared = await poster.ask<Prepared>('prepare', { cases: PER_SECOND * seconds });
      await projector.ask('caughtUp');
      await viewer.ask('watch', prepared);
      const posted = await poster.ask<Posted>('post', { perSecond: PER_SECOND });
      const seen = await viewer.ask<Seen>('seen', { withinMs: LATE_MS });
      const all = Object.entries(posted.cases);
      const found = all.flatMap(([id, { due }]) => {
        const one = seen.cases[id];
        return one === undefined ? [] : [{ noticed: one.noticed - due, shown: one.shown - due }];
      });
      return {
        answered: all.map(([, { due, answered }]) => answered - due),
        noticed: found.map(({ noticed }) => noticed),
        shown: found.map(({ shown }) => shown),
        missed: all.length - found.length,
      };
    };
    await oneRound(1);
    const done: Round[] = [];
    for (let round = 0; round < rounds; round++) done.push(await oneRound(SECONDS));
    const of = (part: (round: Round) => readonly number[], share: number) => median(done.map((round) => percentile(part(round), share)));
    const row = (name: string, part: (round: Round) => readonly number[]) => [name, figure(of(part, 0.5)), figure(of(part, 0.99))];
    print(
      table(
        [`ms from when a fact was due, ${at}`, 'p50', 'p99'],
        [
          row('answered to who posted it', (round) => round.answered),
          row('told to the other client', (round) => round.noticed),
          row('shown in its queue', (round) => round.shown),
        ],
      ),
    );
    const missed = done.reduce((sum, round) => sum + round.missed, 0);
    return [
      goal(
        'p50',
        100,
        of((round) => round.shown, 0.5),
      ),
      goal(
        'p99',
        500,
        of((round) => round.shown, 0.99),
      ),
      { text: `responses that the other client never saw ${at}`, target: 0, atLeast: false, unit: '', measured: missed },
    ];
  } finally {
    await Promise.all(started.toReversed().map((contender) => contender.stop()));
  }
}

/** How soon a case that has to be looked at again stands in the queue that somebody else has open. */
export const live: Benchmark = {
  name: 'live',
  title: `Live: a response assessment posted, its case told to another client and read in that client's queue`,
  run,
};
