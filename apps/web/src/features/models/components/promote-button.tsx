import { Alert, Button, Stack } from '@mantine/core';
import type { Model } from '@mlmcsc/contracts';
import { IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { modelKeys } from '../../../shared/queries/model-queries.ts';
import { promoteModel } from '../api/governance-requests.ts';
import { text } from '../texts/text.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Brings a version into service that the gate let pass, or asks a second person to. */
export function PromoteButton({ model }: { model: Model }) {
  const [isOpen, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: promoteModel,
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries({ queryKey: modelKeys.all });
    },
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="light"
        h={44}
        leftSection={<IconArrowUp size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="promote"
      >
        {text.putIntoService}
      </Button>
      {mutation.data?.deployment === null && (
        <Alert color="petrol" variant="light" role="status">
          {text.itWaitsForA}
        </Alert>
      )}
      <ReasonDialog
        title={fill(text.putIntoService2, { version: model.version })}
        action={text.putIntoService}
        isOpen={isOpen}
        isPending={mutation.isPending}
        error={mutation.error}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => mutation.mutate({ version: model.version, reason })}
      >
        {text.everyPictureFromNow}
      </ReasonDialog>
    </Stack>
  );
}
