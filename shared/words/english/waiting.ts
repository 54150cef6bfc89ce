/**
 * One entry for each reason for which sending waits. It always goes on by itself, and says when. And one for going more slowly
 * than it could, because Telecrm asked for it.
 */
export const waiting = {
  allowance: 'Telecrm’s hourly limit is reached. Sending continues by itself at {{time}}.',
  'slow-down': 'Telecrm’s hourly limit is reached. Sending continues by itself at {{time}}.',
  offline: 'No internet. Paused at {{accepted}}. It will continue when you’re back online.',
  'server-trouble':
    'Telecrm is not answering properly. Nothing is lost. We try again by ourselves at {{time}}.',
  'not-telecrm':
    'Something else answers in Telecrm’s place. It may be a Wi-Fi that wants you to log in: open any website to see. We try again by ourselves at {{time}}.',
  certificate:
    'We cannot make sure that it is Telecrm that answers, so nothing is sent. Check the date and time of this computer, and whether the Wi-Fi wants you to log in. We try again by ourselves at {{time}}.',
  'proxy-down':
    'The proxy of this network is not answering. Nothing is lost. We try again by ourselves at {{time}}.',
  'proxy-password':
    'The proxy of this network wants a password, which this program cannot give. Ask whoever looks after your network. We try again by ourselves at {{time}}.',
  'proxy-refused':
    'The proxy of this network does not let us through to Telecrm. Ask whoever looks after your network. We try again by ourselves at {{time}}.',
  'proxy-unsupported':
    'This network can only be left through a kind of proxy (SOCKS) that this program does not know. Ask whoever looks after your network. We try again by ourselves at {{time}}.',
  slowed: 'Telecrm asked us to go slower; picking up again slowly.',
  repeat: 'The last few leads got no clear answer. They are sent once more at {{time}}.',
} as const;
