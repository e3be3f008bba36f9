import { Alert, Badge, Group, Paper, Text } from '@mantine/core';
import type { Fact, IdentifiedFact } from '@tumor-board/oncology';
import { inWords, texts } from '../../texts/texts.js';
import { addends, baselineArithmetic, type EbvArithmetic, ebvArithmetic, scanArithmetic } from './arithmetic.js';

/** What can be computed from the values as they are typed. */
export function ArithmeticView({ facts, fact }: { readonly facts: readonly IdentifiedFact[]; readonly fact: Fact }) {
  const scan = scanArithmetic(facts, fact);
  const baseline = scan === null ? baselineArithmetic(facts, fact) : null;
  const ebv = scan === null && baseline === null ? ebvArithmetic(facts, fact) : null;
  const words = texts.case.entry.arithmetic;
  if (scan === null && baseline === null && ebv === null) return null;
  return (
    <Paper withBorder p="xs" component="section" aria-label={words.title} aria-live="polite">
      <Text size="xs" c="dimmed">
        {words.title}
      </Text>
      {scan !== null && (
        <>
          <Group gap="md">
            <Text size="sm">
              {words.sum}: <b>{sumText(addends(fact), scan.detail.scan.sumMm)}</b>
            </Text>
            <Text size="sm">{words.baseline(scan.detail.baselineSumMm, scan.detail.scan.changeFromBaselinePct)}</Text>
            <Text size="sm">{words.nadir(scan.detail.nadirSumMm, scan.detail.scan.changeFromNadirPct)}</Text>
            <Badge variant="light" tt="none">
              RECIST {scan.detail.scan.overall}
            </Badge>
            {scan.detail.scan.immune !== null && (
              <Badge variant="light" tt="none">
                iRECIST {scan.detail.scan.immune}
              </Badge>
            )}
          </Group>
          <Alerts alerts={scan.alerts} />
        </>
      )}
      {baseline !== null && (
        <>
          <Text size="sm">
            {words.sum}: <b>{sumText(addends(fact), baseline.sumMm)}</b>
          </Text>
          <Alerts alerts={baseline.alerts} />
        </>
      )}
      {ebv !== null && <Text size="sm">{ebvText(ebv)}</Text>}
    </Paper>
  );
}

const Alerts = ({ alerts }: { readonly alerts: readonly { readonly code: string; readonly text: string }[] }) =>
  alerts.map(({ code, text }) => (
    <Alert key={`${code} ${text}`} color="orange" variant="light" p="xs" mt={4}>
      {text}
    </Alert>
  ));

/** `11 + 14 = 25 mm`: how a sum comes about. */
function sumText(sizes: readonly number[], sumMm: number | null): string {
  if (sumMm === null) return texts.case.entry.arithmetic.incomplete;
  return sizes.length < 2 ? `${sumMm} mm` : `${sizes.join(' + ')} = ${sumMm} mm`;
}

function ebvText(ebv: EbvArithmetic): string {
  const words = texts.case.entry.arithmetic;
  switch (ebv.kind) {
    case 'first':
      return words.firstSample;
    case 'not-comparable':
      return words.notComparable(ebv.last.assay, inWords(ebv.last.specimen), ebv.last.unit);
    case 'censored':
      return words.censored(ebv.last.on);
    case 'compared':
      return words.compared(ebv.ratio, Math.log10(ebv.ratio), ebv.last.on, ebv.days);
  }
}
