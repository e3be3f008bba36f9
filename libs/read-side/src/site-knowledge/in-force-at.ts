import { evolveKnowledge, type InForce, inForceOn, type KnowledgeEvent, knowledgeStream, nothingDecided } from '@tumor-board/board';
import { fold, type IsoDate } from '@tumor-board/kernel';
import type { ReadModels } from '../read-models.js';

/** The release and the policy in force at a site on a day, read from the log. */
export async function inForceAt(
  { eventStore, knowledge }: Pick<ReadModels, 'eventStore' | 'knowledge'>,
  site: string,
  day: IsoDate,
): Promise<InForce> {
  const events = await eventStore.read(knowledgeStream(site));
  const state = fold({ evolve: evolveKnowledge }, nothingDecided(), events as readonly unknown[] as readonly KnowledgeEvent[]);
  return inForceOn(state, day, { release: knowledge.release.id, policy: knowledge.policy });
}
