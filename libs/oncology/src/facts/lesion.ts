import { z } from 'zod';
import { millimetres, text } from './values.js';

/** The organs that a distant metastasis is charted under. Bone is one organ, however many bones. */
export const metastasisOrgan = z.enum(['liver', 'lung', 'bone', 'distant-node', 'other']);
export type MetastasisOrgan = z.infer<typeof metastasisOrgan>;

/** A distant metastasis, or a group of like ones, as charted at staging. Sizes in mm, the largest of a group. */
export const lesion = z
  .strictObject({
    id: text,
    organ: metastasisOrgan,
    site: text.optional(),
    sizeMm: millimetres.optional(),
    count: z.int().min(1, { error: 'expected a whole number of lesions, 1 or more' }),
    /** false: at least so many, as in confluent disease. */
    countIsExact: z.boolean(),
    certainty: z.enum(['definite', 'probable', 'equivocal']),
    boneType: z.enum(['sclerotic', 'lytic', 'mixed', 'soft-tissue']).optional(),
  })
  .refine((value) => value.boneType === undefined || value.organ === 'bone', {
    error: 'expected only with organ "bone"',
    path: ['boneType'],
  });
export type Lesion = z.infer<typeof lesion>;

/** A target lesion at one scan. Longest diameter, or short axis of a node, in mm. */
export const target = z
  .strictObject({
    lesion: text,
    /** The charted metastasis (`Lesion.id`) that this target is. */
    chartedAs: text.optional(),
    organ: text,
    kind: z.enum(['node', 'non-nodal']),
    state: z.enum(['measured', 'absent', 'too-small', 'not-evaluated']),
    mm: millimetres.optional(),
  })
  .superRefine((value, context) => {
    const refuse = (message: string): void => {
      context.addIssue({ code: 'custom', path: ['mm'], message, input: value.mm });
    };
    switch (value.state) {
      case 'measured':
        if (value.mm === undefined) refuse('expected a size in mm, because the state is "measured"');
        return;
      case 'absent':
        if (value.mm !== undefined && value.mm !== 0) refuse('expected no size or 0, because the state is "absent"');
        return;
      case 'too-small':
        return;
      case 'not-evaluated':
        if (value.mm !== undefined) refuse('expected no size, because the state is "not-evaluated"');
        return;
    }
  });
export type Target = z.infer<typeof target>;

/** Refuses a list that names the same item twice, at the later one. */
export const unique =
  <Item>(what: string, key: (item: Item) => string, field: string) =>
  (items: readonly Item[], context: z.core.$RefinementCtx): void => {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      if (seen.has(key(item))) {
        context.addIssue({
          code: 'custom',
          path: [index, field],
          message: `expected each ${what} once; "${key(item)}" is named before`,
          input: key(item),
        });
      }
      seen.add(key(item));
    });
  };
/** The targets of one scan. */
export const targets = z.array(target).superRefine(unique<Target>('target', (item) => item.lesion, 'lesion'));

/** A lesion that was not there at baseline. */
export const newLesion = z.strictObject({ lesion: text, organ: text, mm: millimetres.optional(), unequivocal: z.boolean() });
export type NewLesion = z.infer<typeof newLesion>;
