import { NEXT_STEP_CODES, type NextStepCode, type Outlook, outlookSchema } from '@tumor-board/knowledge';
import { isoDate } from '@tumor-board/oncology';
import { z } from 'zod';
import { type HorizonView, horizonView } from '../case-at-horizon.js';

/** What the published systems, the guidelines and the trials say of a case. */
export interface CaseOutlookView extends HorizonView, Outlook {
  /** The day that it is said for. */
  readonly asOf: string;
  /** The fingerprint of the assessment that it belongs to. */
  readonly fingerprint: string;
  /** The proposed step, which the guidelines are compared with. */
  readonly nextStep: { readonly code: NextStepCode; readonly title: string };
}

export const caseOutlookView = z.strictObject({
  ...horizonView,
  asOf: isoDate,
  fingerprint: z.string(),
  nextStep: z.strictObject({ code: z.enum(NEXT_STEP_CODES), title: z.string() }),
  ...outlookSchema.shape,
}) satisfies z.ZodType<CaseOutlookView>;
