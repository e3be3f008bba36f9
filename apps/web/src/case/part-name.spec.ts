import { describe, expect, it } from 'vitest';
import { partName } from './part-name.js';

describe('the name of a part of the assessment', () => {
  it.each([
    ['nextStep', 'Next step'],
    ['m1.YAO23', 'Class by YAO23'],
    ['stage.TNM-9.m', 'M category (TNM-9)'],
    ['stage.TNM-8.group', 'Stage group (TNM-8)'],
    ['some-thing.new', 'some thing: new'],
  ])('of %s is %s', (part, name) => {
    expect(partName(part)).toBe(name);
  });
});
