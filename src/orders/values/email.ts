/**
 * An address as the contract's `format: email` allows it (RFC 5321's Mailbox, without quoted names and address literals):
 * every sign of an atom before the @, host names with punycode after it. Longer ones than 254 characters are none.
 */
export const emailPattern =
  /^(?=.{3,254}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,32}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
