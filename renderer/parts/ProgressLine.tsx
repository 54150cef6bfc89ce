import { Progress } from '@mantine/core';

/** How far something has come. `fraction` is 0 to 1; the words stand above the bar. */
export function ProgressLine({
  name,
  text,
  fraction,
}: {
  readonly name: string;
  readonly text: string;
  readonly fraction: number;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div>
      <div>{text}</div>
      <Progress value={percent} aria-label={name} mt={6} />
    </div>
  );
}
