import { describe, expect, it } from 'vitest';
import { mayNameSomebody, wordsOf } from './names-somebody.js';

const sent = wordsOf(
  '{"term":"mucositis","text":"Class by Qiu 2022, NCT04944914, medifind-341790219, EBV DNA 20,000 copies/mL (Yang 2021)"}',
);

describe('a text of a model', () => {
  it.each([
    'The hearing loss may get worse before the scan.',
    'Is the EBV DNA of day 117 by the same assay? PET-CT and MRI would tell.',
    'Qiu 2022 stays open; K3 and F5 say why.',
    'NCT04944914 and medifind-341790219 were looked at: Yang 2021 is nearer.',
    'Creatinine clearance by Cockcroft-Gault is 42 mL/min. The limit is 50.',
    'EBV DNA was 20,000 copies/mL, then 1,250,000 copies/mL.',
    'A β-blocker may matter.',
    '“Why now?” is what the board may ask.',
  ])('that names nobody is taken: %s', (text) => {
    expect(mayNameSomebody(text, sent)).toBe(false);
  });

  it.each([
    'Ask Wei Chen about it.',
    'Wei Chen declined it.',
    'Mr Chen declined it.',
    'According to dr. chen it is known.',
    'The patient CHEN declined it.',
    'The patient O’Brien declined it.',
    'It was seen on 2025-05-12.',
    'It was seen on 12/05/2025.',
    'It was seen in May 2025.',
    'It was seen on March 3rd, 2025.',
    'The number is 12345678.',
    'Call 852 2345 6789 first.',
    'Write to wei@example.org first.',
    'Look at www.example.org first.',
    'Look at https://example first.',
    'Ask 李娜 first.',
    'Ask Иванов first.',
    'It was done at Queen Mary Hospital.',
  ])('that may name somebody is dropped: %s', (text) => {
    expect(mayNameSomebody(text, sent)).toBe(true);
  });
});
