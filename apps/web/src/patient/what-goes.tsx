import { List, SimpleGrid, Title } from '@mantine/core';
import { texts } from '../texts/texts.js';

const said = texts.patient.erasure;

/** What is gone after an erasure, what stays, and what it does not reach. */
export const WhatGoes = ({ goes }: { readonly goes: readonly string[] }) => (
  <SimpleGrid cols={{ base: 1, sm: 3 }}>
    {[
      { title: said.goesTitle, lines: goes },
      { title: said.staysTitle, lines: said.stays },
      { title: said.notReachedTitle, lines: said.notReached },
    ].map(({ title, lines }) => (
      <section key={title} aria-label={title}>
        <Title order={3} size="h6">
          {title}
        </Title>
        <List size="sm">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </section>
    ))}
  </SimpleGrid>
);
