import { Button, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ImageContext } from '@mlmcsc/contracts';
import { IconCamera, IconPhotoScan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { text } from '../texts/text.ts';
import { FileChooserButton } from './file-chooser-button.tsx';
import classes from './intake.module.css';
import { SpecimenFields } from './specimen-fields.tsx';

interface WelcomeProps {
  isOver: boolean;
  context: ImageContext;
  onContextChange: (context: ImageContext) => void;
  onFiles: (files: File[]) => void;
}

/** The empty bench: where the first picture goes. */
export function Welcome({ isOver, context, onContextChange, onFiles }: WelcomeProps) {
  return (
    <div className={classes.welcome} data-over={isOver || undefined} data-testid="drop-zone">
      <ThemeIcon size={72} radius={999} variant="light">
        <IconPhotoScan size={38} stroke={1.5} />
      </ThemeIcon>
      <Stack gap={6} align="center">
        <Title order={1} size="h2">
          {text.measurePercentShear}
        </Title>
        <Text c="dimmed" maw={520}>
          {text.dropPhotographsOfCharpy}
        </Text>
      </Stack>
      <Group justify="center" gap="sm">
        <FileChooserButton label={text.choosePictures} onFiles={onFiles} h={56} px="xl" fz="lg" />
        <Button
          renderRoot={(props) => <Link to="/camera" {...props} />}
          h={56}
          px="xl"
          fz="lg"
          variant="default"
          leftSection={<IconCamera size={22} />}
        >
          {text.useTheCamera}
        </Button>
      </Group>
      <Stack gap="xs" w="100%" maw={560} ta="left">
        <SpecimenFields value={context} onChange={onContextChange} />
        <Text size="sm" c="dimmed">
          {text.theWidthGivesThe}
        </Text>
      </Stack>
    </div>
  );
}

/** Covers the page while files hover over it. */
export function DropCurtain() {
  return (
    <div className={classes.curtain} aria-hidden>
      {text.dropThePicturesTo}
    </div>
  );
}
