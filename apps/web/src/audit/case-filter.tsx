import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import { useTyped } from '../shell/use-typed.js';
import { texts } from '../texts/texts.js';

const said = texts.audit.readLog;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which case: its id, or its reference, which is looked up. */
export function CaseFilter({ caseId, onChange }: { readonly caseId: string; readonly onChange: (caseId: string) => void }) {
  const [typed, setTyped] = useTyped(caseId);
  const find = useMutation({
    mutationFn: async (reference: string) => {
      if (reference === '' || ID.test(reference)) return reference;
      const { cases } = await answered(api.POST('/api/cases/search', { body: { search: reference, limit: 20 } }));
      return cases.find((one) => one.reference.toLowerCase() === reference.toLowerCase())?.id;
    },
    onSuccess: (found) => found !== undefined && found !== caseId && onChange(found),
  });
  const isUnknown = find.isSuccess && find.data === undefined;
  const take = (): void => {
    const wanted = typed.trim();
    const isAsked = wanted === find.variables && (find.isPending || isUnknown);
    if (wanted !== caseId && !isAsked) find.mutate(wanted);
  };
  return (
    <TextInput
      size="xs"
      w={220}
      label={said.caseId}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      error={isUnknown && typed.trim() === find.variables ? said.unknownCase : find.error?.message}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
