/** Whether this name of the operating system's for an error says that the disk, or the user's share of it, is full. */
export function isDiskFull(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}
