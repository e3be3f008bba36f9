import { Alert, Anchor, Button, Group, Modal, NativeSelect, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { formText } from '../shell/form-text.js';
import { Answer, Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { CopyAddress } from './copy-address.js';
import { orErased, tombstoneText } from './erased.js';
import { People } from './find-person.js';
import { IdentityForm } from './identity-form.js';
import { type CorrectionReason, type Patient, patientQuery, usePatientWork } from './patient-queries.js';

const route = getRouteApi('/shell/patients/$patientId');
const said = texts.patient;
const CORRECTIONS = Object.keys(said.corrections) as readonly CorrectionReason[];

/** The record of a person: who it is, other records, cases. */
export function PatientScreen() {
  const { patientId } = route.useParams();
  const mayKnow = hasRole(useSession(), 'coordinator', 'clinician', 'chair');
  const query = useQuery({ ...patientQuery(patientId), enabled: mayKnow });
  if (!mayKnow) {
    return (
      <Alert m="md" color="orange" variant="light">
        {texts.states.notAllowed}
      </Alert>
    );
  }
  return (
    <Answer query={query}>
      {(patient) => (
        <Stack gap="md" p="md">
          <Group gap="md" align="baseline">
            <Title order={1} size="h3">
              {orErased(patient.identity.name)}
            </Title>
            <AsOf at={query.dataUpdatedAt} />
          </Group>
          {query.isError && <Failed error={query.error} retry={query.refetch} />}
          <Record key={patient.id} patient={patient} />
        </Stack>
      )}
    </Answer>
  );
}

function Record({ patient }: { readonly patient: Patient }) {
  const isCoordinator = hasRole(useSession(), 'coordinator');
  const { correct, link, unlink } = usePatientWork(patient.id);
  const [isOpen, setOpen] = useState(false);
  const { identity, erased, linked, candidates } = patient;
  const mayChange = isCoordinator && erased === null;
  return (
    <>
      {erased !== null && (
        <Alert color="gray" variant="light" role="status">
          {tombstoneText(erased)}
        </Alert>
      )}
      <Paper component="section" withBorder p="sm" aria-label={said.identity}>
        <Group justify="space-between">
          <Title order={2} size="h5">
            {said.identity}
          </Title>
          {mayChange && (
            <Button size="compact-xs" variant="light" onClick={() => setOpen(true)}>
              {said.correct}
            </Button>
          )}
        </Group>
        <SimpleGrid cols={{ base: 2, sm: 4 }} mt={4}>
          {(['name', 'recordNumber', 'birthDate', 'sex'] as const).map((field) => (
            <div key={field}>
              <Text size="xs" c="dimmed">
                {said[field]}
              </Text>
              <Text size="sm">{orErased(identity[field])}</Text>
            </div>
          ))}
        </SimpleGrid>
      </Paper>
      {link.isError && <Failed error={link.error} />}
      {unlink.isError && <Failed error={unlink.error} />}
      <section aria-label={said.linked}>
        <Title order={2} size="h5">
          {said.linked}
        </Title>
        {linked.length === 0 ? (
          <Text size="sm">{said.noLinked}</Text>
        ) : (
          <People
            entries={linked}
            label={said.linked}
            act={({ id, name, recordNumber, isDirect }) =>
              mayChange && isDirect ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  aria-label={said.unlinkNamed(name, recordNumber)}
                  disabled={unlink.isPending}
                  onClick={() => unlink.mutate(id)}
                >
                  {said.unlink}
                </Button>
              ) : null
            }
          />
        )}
      </section>
      {candidates.length > 0 && (
        <section aria-label={said.candidates}>
          <Title order={2} size="h5">
            {said.candidates}
          </Title>
          <People
            entries={candidates}
            label={said.candidates}
            state={({ because }) => said.candidatesBecause[because]}
            act={({ id, name, recordNumber }) =>
              mayChange ? (
                <Button
                  size="compact-xs"
                  variant="light"
                  aria-label={said.linkNamed(name, recordNumber)}
                  disabled={link.isPending}
                  onClick={() => link.mutate(id)}
                >
                  {said.link}
                </Button>
              ) : null
            }
          />
        </section>
      )}
      <Cases patient={patient} />
      {mayChange && (
        <section aria-label={said.erasureTitle}>
          <Title order={2} size="h5">
            {said.erasureTitle}
          </Title>
          <Text size="sm" mb={4}>
            {said.erasureHint}
          </Text>
          <CopyAddress address={`/erasure?patient=${patient.id}`} />
        </section>
      )}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={said.correctTitle}
        closeButtonProps={{ 'aria-label': said.close }}
        size="lg"
      >
        {correct.isError && <Failed error={correct.error} />}
        <IdentityForm
          identity={{ ...identity, sex: said.sexes.find((one) => one === identity.sex) ?? 'unknown' }}
          label={said.correctTitle}
          error={correct.error}
          isPending={correct.isPending}
          send={(next, form) => {
            const because = CORRECTIONS.find((one) => one === formText(form, 'because')) ?? 'typing-error';
            correct.mutate({ ...next, because, version: patient.version }, { onSuccess: () => setOpen(false) });
          }}
          cancel={() => setOpen(false)}
        >
          <NativeSelect
            size="xs"
            name="because"
            label={said.because}
            data={CORRECTIONS.map((value) => ({ value, label: said.corrections[value] }))}
          />
        </IdentityForm>
      </Modal>
    </>
  );
}

const Cases = ({ patient: { id, cases } }: { readonly patient: Patient }) => (
  <section aria-label={said.cases}>
    <Title order={2} size="h5">
      {said.cases}
    </Title>
    {cases.length === 0 ? (
      <Text size="sm">{said.noCases}</Text>
    ) : (
      <Table verticalSpacing={4} fz="sm" aria-label={said.cases}>
        <Table.Tbody>
          {cases.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: one.id }} />}>
                  {one.reference ?? one.id}
                </Anchor>
              </Table.Td>
              <Table.Td>{one.patientId === id ? '' : said.byOther}</Table.Td>
              <Table.Td>{one.erased ? said.erasedMark : ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    )}
  </section>
);
