import { Controller, Get, Param, Query } from '@nestjs/common';
import { ENDPOINTS, type EvidenceOfId, evidenceDigest, evidenceOf, findEvidence } from '@tumor-board/knowledge';
import { Access } from '../http/access.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { evidenceAnswer, evidenceListAnswer } from './evidence-answers.js';
import { type EntryPath, type EvidencePath, type EvidenceRequest, entryPath, evidencePath, evidenceQuery } from './evidence-requests.js';

const FOUND = { 200: { description: 'What the register holds under the id.', schema: evidenceAnswer } };

/** The evidence register. It is part of the program and tells nothing of a patient. */
@Controller('api/evidence')
export class EvidenceController {
  readonly #digest = evidenceDigest();

  @Get()
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'listEvidence',
    tag: 'evidence',
    summary: 'The evidence register: every row of the review’s tables 2 to 7, the studies of its text, and later ones',
    description: 'Facts and figures with their sources. `verified: false` marks what could not be read again in its source.',
    answers: { 200: { description: 'The entries that fit, in the order of the register.', schema: evidenceListAnswer } },
  })
  list(@Query({ schema: evidenceQuery }) { search, table, system, id }: EvidenceRequest) {
    const ids = typeof id === 'string' ? [id] : id;
    return { entries: findEvidence({ search, table, system, ids }), endpoints: ENDPOINTS, digest: this.#digest };
  }

  @Get(':id')
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'getEvidence',
    tag: 'evidence',
    summary: 'What the evidence register holds under an id, of an entry or of a source that a reason cites',
    answers: FOUND,
    problems: ['knowledge.unknown-evidence'],
  })
  get(@Param({ schema: evidencePath }) { id }: EvidencePath): EvidenceOfId {
    return evidenceOf(id);
  }

  @Get(':place/:study')
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'getEvidenceEntry',
    tag: 'evidence',
    summary: 'An entry of the evidence register, its id written with its slash',
    answers: FOUND,
    problems: ['knowledge.unknown-evidence'],
  })
  entry(@Param({ schema: entryPath }) { place, study }: EntryPath): EvidenceOfId {
    return evidenceOf(`${place}/${study}`);
  }
}
