package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.events.VehicleType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about the people of a job.
 *
 * @param parties user by role, where an empty one says that nobody has the role any more; who is in
 *     a role that begins with {@code driver} is at the wheel
 * @param offers the kind of truck whose offers the event is about; null where it is about all
 * @param offersVoidSince the version of the job at which these offers became void, if they did
 * @param ended whether the job is over
 */
public record PartyNote(
    Room room,
    Map<String, String> parties,
    @Nullable VehicleType offers,
    @Nullable Long offersVoidSince,
    boolean ended) {

  static final String NOBODY = "";

  public PartyNote {
    parties = Map.copyOf(parties);
  }
}
