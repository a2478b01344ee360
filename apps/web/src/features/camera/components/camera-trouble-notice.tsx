import { Button } from '@mantine/core';
import { IconCameraOff, IconRefresh } from '@tabler/icons-react';
import { EmptyState } from '../../../shared/ui/states.tsx';
import { type CameraTrouble, troubleText } from '../camera-trouble.ts';
import { text } from '../texts/text.ts';

interface CameraTroubleNoticeProps {
  trouble: CameraTrouble;
  onTryAgain: () => void;
}

/** Says why there is no picture, and what to do. */
export function CameraTroubleNotice({ trouble, onTryAgain }: CameraTroubleNoticeProps) {
  const { title, advice } = troubleText(trouble);
  return (
    <div role="alert" data-testid="camera-trouble" data-trouble={trouble}>
      <EmptyState
        icon={<IconCameraOff size={28} />}
        title={title}
        action={
          trouble === 'insecure' ? undefined : (
            <Button h={44} leftSection={<IconRefresh size={18} />} onClick={onTryAgain}>
              {text.tryAgain}
            </Button>
          )
        }
      >
        {advice}
      </EmptyState>
    </div>
  );
}
