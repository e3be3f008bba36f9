import type { IdentifiedFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { chartColors } from './chart-colors.js';
import { ebvLines } from './chart-ebv.js';
import { chartOption } from './chart-option.js';
import { atDay } from './day.js';
import { timelineModel } from './timeline-model.js';

const sample = (id: string, on: string, more: object): IdentifiedFact =>
  ({ type: 'EbvDnaMeasured', id, on, unit: 'copies/mL', assay: 'A', specimen: 'plasma', limitOfDetection: 20, ...more }) as IdentifiedFact;
const facts: readonly IdentifiedFact[] = [
  sample('1', '2025-01-01', { result: 'quantified', value: 5000 }),
  sample('2', '2025-02-01', { result: 'undetectable' }),
  sample('3', '2025-03-01', { result: 'quantified', value: 90, assay: 'B' }),
];
const option = (scheme: 'light' | 'dark' = 'light') => chartOption(timelineModel(facts, undefined, {}), chartColors(scheme));
const ebv = () => option().series.flatMap((series) => (series.name.startsWith('EBV') && 'markLine' in series ? [series] : []));
/** How many points the lines between samples have, by their kind of line. */
const joins = (dash: string) =>
  ebvLines(timelineModel(facts, undefined, {}), chartColors('light')).flatMap(({ lineStyle, data }) =>
    'type' in lineStyle && lineStyle.type === dash ? [data.length] : [],
  );

describe('the chart of a timeline', () => {
  it('moves and zooms all its grids together', () => {
    const { dataZoom, xAxis, axisPointer } = option();
    expect(xAxis).toHaveLength(3);
    for (const zoom of dataZoom) expect(zoom.xAxisIndex).toEqual([0, 1, 2]);
    expect(axisPointer.link).toEqual([{ xAxisIndex: 'all' }]);
  });

  it('draws EBV DNA on a log scale, a series for each way of measuring', () => {
    expect(option().yAxis[0]).toMatchObject({ type: 'log', logBase: 10 });
    expect(ebv().map(({ data }) => data.length)).toEqual([2, 1]);
  });

  it('draws what was not quantified hollow, pointing down from its limit', () => {
    const [quantified, censored] = ebv()[0]?.data ?? [];
    expect(quantified).toMatchObject({ value: [atDay('2025-01-01'), 5000], symbol: 'circle' });
    expect(censored).toMatchObject({
      value: [atDay('2025-02-01'), 20],
      symbol: 'triangle',
      symbolRotate: 180,
      itemStyle: { color: chartColors('light').background },
    });
  });

  it('leads to what was not quantified by dots, never by the line between values', () => {
    expect(joins('dotted')).toContain(3);
    expect(joins('solid')).toEqual([0]);
  });

  it('says the letters of its last marks before them, so that they stay within the chart', () => {
    const event = (id: string, on: string): IdentifiedFact => ({
      type: 'AdverseEventRecorded',
      id,
      on,
      term: id,
      grade: 2,
      immuneRelated: false,
    });
    const model = timelineModel([...facts, event('Nausea', '2025-01-02'), event('Rash', '2025-03-01')], undefined, {});
    const sides = chartOption(model, chartColors('light')).series.flatMap(({ data }) =>
      data.flatMap((mark) =>
        'label' in mark && typeof mark.label === 'object' && mark.label !== null && 'position' in mark.label ? [mark.label] : [],
      ),
    );
    expect(sides).toMatchObject([
      { formatter: 'Nausea G2', position: 'right' },
      { formatter: 'Rash G2', position: 'left' },
    ]);
  });

  it('leaves out what is hidden', () => {
    const names = chartOption(timelineModel(facts, undefined, {}), chartColors('light'), new Set(['EBV B (plasma, copies/mL)'])).series.map(
      ({ name }) => name,
    );
    expect(names).toContain('EBV A (plasma, copies/mL)');
    expect(names).not.toContain('EBV B (plasma, copies/mL)');
  });

  it('marks the detection limit of each series, and the day of the change once', () => {
    const lines = ebv().map(({ markLine }) => markLine.data);
    const limits = lines.flatMap((marks) => marks.flatMap((mark) => ('yAxis' in mark ? [mark.label.formatter] : [])));
    expect(limits).toEqual(['detection limit 20 copies/mL', 'detection limit 20 copies/mL']);
    const changes = lines.flatMap((marks) => marks.flatMap((mark) => ('xAxis' in mark ? [mark.xAxis] : [])));
    expect(changes).toEqual([atDay('2025-03-01')]);
  });

  it('has no colour that only one of light and dark can show', () => {
    expect(chartColors('dark').text).not.toBe(chartColors('light').text);
    expect(Object.keys(chartColors('dark'))).toEqual(Object.keys(chartColors('light')));
  });
});
