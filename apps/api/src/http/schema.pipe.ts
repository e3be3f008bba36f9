import { type ArgumentMetadata, type PipeTransform, StandardSchemaValidationPipe } from '@nestjs/common';
import { type Fault, type Problem, problem } from '@tumor-board/kernel';
import type { z } from 'zod';
import { requestFaults } from './faults.js';
import { textFaults } from './plain-texts.js';

const invalid = (faults: readonly Fault[]): Problem =>
  problem('request.invalid', faults.map((fault) => `${fault.path}: ${fault.message}`).join('; '), {}, faults);

/**
 * Checks what a route declares a schema for, headers included; every fault is named by its path. No schema has to think of
 * texts that cannot be kept.
 */
export function schemaPipe(): PipeTransform {
  const schemas = new StandardSchemaValidationPipe({
    validateCustomDecorators: true,
    // All our schemas are zod's, whose issues say more than the standard asks for.
    exceptionFactory: (issues) => {
      return invalid(requestFaults(issues as readonly unknown[] as readonly z.core.$ZodIssue[]));
    },
  });
  return {
    async transform(value: unknown, metadata: ArgumentMetadata) {
      const faults = metadata.schema === undefined ? [] : textFaults(value);
      if (faults.length > 0) throw invalid(faults);
      return (await schemas.transform(value, metadata)) as unknown;
    },
  };
}
