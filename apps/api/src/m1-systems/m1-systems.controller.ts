import { Controller, Get } from '@nestjs/common';
import { Access } from '../http/access.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { m1SystemsAnswer, toM1Systems } from './m1-system-answers.js';

/** The published subdivisions of M1 disease. They are part of the program and tell nothing of a patient. */
@Controller('api/m1-systems')
export class M1SystemsController {
  @Get()
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'listM1Systems',
    tag: 'evidence',
    summary: 'The 13 published rule sets of M1 disease: patients, rules in words, caveats, survival of the classes',
    description: 'They disagree and are never merged. `verified: false` marks what could not be read again in its source.',
    answers: { 200: { description: 'The rule sets in the order of the review’s table 2.', schema: m1SystemsAnswer } },
  })
  list() {
    return toM1Systems();
  }
}
