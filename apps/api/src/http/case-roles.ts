/** Who may read a whole case. */
export const CASE_READERS = ['coordinator', 'clinician', 'chair', 'auditor'] as const;

/** Who may read what a case amounts to, which names nobody. */
export const ASSESSMENT_READERS = [...CASE_READERS, 'knowledge-editor'] as const;

/** Who may know who a person is. */
export const IDENTITY_READERS = ['coordinator', 'clinician', 'chair'] as const;

/** Who may open a case and record facts. */
export const CASE_WRITERS = ['coordinator', 'clinician', 'chair'] as const;

/** Who may bring new knowledge or another policy into force. */
export const KNOWLEDGE_WRITERS = ['knowledge-editor', 'administrator'] as const;
