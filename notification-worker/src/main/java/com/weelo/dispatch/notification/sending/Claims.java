package com.weelo.dispatch.notification.sending;

import java.util.List;

/**
 * What claiming a notification brought.
 *
 * @param devices how many devices the recipient has
 * @param ours those it is now for us to send to; the others are done, or somebody else's
 * @param others how many somebody else is sending to
 */
record Claims(int devices, List<Claim> ours, int others) {}
