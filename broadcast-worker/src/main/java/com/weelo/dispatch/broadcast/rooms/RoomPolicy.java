package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import java.util.Set;

/** Decides who may watch a room. */
final class RoomPolicy {

  private RoomPolicy() {}

  /**
   * @param parties the users who are party to the room's job; empty where it is not known
   */
  static boolean mayWatch(Caller caller, Room room, Set<String> parties) {
    var user = caller.userId().value();
    return switch (room.kind()) {
      case USER -> room.id().equals(user);
      case BOOKING, ORDER ->
          caller.is(Role.OPS)
              || parties.contains(user)
              || (caller.actsForTransporter() && parties.contains(caller.transporterId().value()));
    };
  }
}
