/** The mark: a notch above, a shear lip below. */
export function BrandMark({ size = 30 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--mantine-primary-color-filled)" />
      <path d="M6 8h7l3 5 3-5h7v16H6z" fill="#fff" />
      <path d="M10 21c1-4 3-6 6-6s5 2 6 6z" fill="var(--mantine-primary-color-filled)" />
    </svg>
  );
}
