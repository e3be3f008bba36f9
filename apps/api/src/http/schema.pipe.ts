import { StandardSchemaValidationPipe } from '@nestjs/common';
import { problem } from '@tumor-board/kernel';
import type { z } from 'zod';
import { requestFaults } from './faults.js';

/** Checks what a route declares a schema for, headers included; every fault is named by its path. */
export const schemaPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    validateCustomDecorators: true,
    // All our schemas are zod's, whose issues say more than the standard asks for.
    exceptionFactory: (issues) => {
      const faults = requestFaults(issues as readonly unknown[] as readonly z.core.$ZodIssue[]);
      return problem('request.invalid', faults.map((fault) => `${fault.path}: ${fault.message}`).join('; '), {}, faults);
    },
  });
