package com.weelo.dispatch.broadcast.frames;

import com.weelo.dispatch.events.UserId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what of an event.
 *
 * @param users are told in their own rooms, in this order
 * @param watched whoever else watches this room is told there
 */
public record Announcement(FrameData data, Set<UserId> users, @Nullable Room watched) {

  public Announcement {
    users = new LinkedHashSet<>(users);
  }
}
