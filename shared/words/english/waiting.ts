/** One entry for each reason for which sending waits. It always goes on by itself, and says when. */
export const waiting = {
  allowance: 'Telecrm’s hourly limit is reached. Sending continues by itself at {{time}}.',
  'slow-down': 'Telecrm’s hourly limit is reached. Sending continues by itself at {{time}}.',
  offline: 'No internet. Paused at {{accepted}}. It will continue when you’re back online.',
  'server-trouble':
    'Telecrm is not answering properly. Nothing is lost. We try again by ourselves at {{time}}.',
  repeat: 'The last few leads got no clear answer. They are sent once more at {{time}}.',
} as const;
