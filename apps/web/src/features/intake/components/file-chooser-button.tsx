import { Button, type ButtonProps } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { FILE_CHOOSER_ACCEPT } from '../specimen-widths.ts';
import { text } from '../texts/text.ts';

interface FileChooserButtonProps extends ButtonProps {
  label: string;
  onFiles: (files: File[]) => void;
}

/** Opens the file chooser for one or many pictures. */
export function FileChooserButton({ label, onFiles, ...rest }: FileChooserButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        h={44}
        leftSection={<IconPhotoPlus size={20} />}
        {...rest}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={FILE_CHOOSER_ACCEPT}
        aria-label={text.choosePictures}
        data-testid="file-input"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
