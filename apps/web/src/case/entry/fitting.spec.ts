import { expect, it } from 'vitest';
import { fitting } from './fitting.js';

it('takes of what was kept only what is like what the fields start with', () => {
  const start = { question: '', disciplines: [] as string[], dueBy: '' };
  expect(fitting(start, { question: 'Go on?', disciplines: ['surgery'], dueBy: '2026-01-01' })).toEqual({
    question: 'Go on?',
    disciplines: ['surgery'],
    dueBy: '2026-01-01',
  });
  expect(fitting(start, { question: ['Go on?'], disciplines: 'surgery', more: 1 })).toEqual(start);
});
