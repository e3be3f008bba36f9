import { Gauge, type Registry } from 'prom-client';

/** What is counted of the panel's runs, by knowledge release and by discipline. */
export interface PanelState {
  readonly releases: readonly {
    readonly release: string;
    readonly concluded: number;
    readonly running: number;
    readonly overtaken: number;
    readonly dissent: number;
    /** Decisions of the board by how they stood to the synthesis. */
    readonly agreement: Readonly<Record<string, number>>;
  }[];
  readonly disciplines: readonly {
    readonly release: string;
    readonly discipline: string;
    readonly absent: number;
    readonly claims: number;
    readonly repeats: number;
    readonly changedMind: number;
    /** Struck claims by reason. */
    readonly struck: Readonly<Record<string, number>>;
  }[];
}

/** Gauges of the panel in some registries. Answers what sets them. */
export function panelGauges(registers: Registry[]): (state: PanelState) => void {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `tumor_board_panel_${name}`, help, labelNames: ['release', ...labelNames], registers });
  const runs = gauge('runs', 'Runs of the panel: concluded, running, overtaken by a change of the case', 'state');
  const dissent = gauge('dissent', 'Options on which the disciplines parted');
  const decisions = gauge('decisions', 'Decisions of the board by how they stood to what the panel had put together', 'agreement');
  const claims = gauge('claims', 'Claims of a discipline', 'discipline');
  const struck = gauge('struck_claims', 'Claims that the ledger struck, by reason', 'discipline', 'reason');
  const absences = gauge('absences', 'Runs in which a discipline gave no opinion', 'discipline');
  const repeats = gauge('repeats', 'Claims that stood word for word in the run before', 'discipline');
  const changed = gauge('changed_minds', 'Options of which a discipline held something else than in the run before', 'discipline');
  return ({ releases, disciplines }) => {
    for (const one of [runs, dissent, decisions, claims, struck, absences, repeats, changed]) one.reset();
    for (const { release, concluded, running, overtaken, dissent: parted, agreement } of releases) {
      for (const [state, count] of Object.entries({ concluded, running, overtaken })) runs.set({ release, state }, count);
      dissent.set({ release }, parted);
      for (const [how, count] of Object.entries(agreement)) decisions.set({ release, agreement: how }, count);
    }
    for (const { release, discipline, ...counts } of disciplines) {
      claims.set({ release, discipline }, counts.claims);
      absences.set({ release, discipline }, counts.absent);
      repeats.set({ release, discipline }, counts.repeats);
      changed.set({ release, discipline }, counts.changedMind);
      for (const [reason, count] of Object.entries(counts.struck)) struck.set({ release, discipline, reason }, count);
    }
  };
}
