package com.weelo.dispatch.notification.digest;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition that is to be told: how an order came along until now.
 *
 * @param trucks confirmed so far
 * @param wanted ordered; null where that is not known
 * @param names of those who confirmed them, by their ids, each once
 * @param edition counts from 1
 */
public record Digest(
    OrderId order,
    UserId recipient,
    int trucks,
    @Nullable Integer wanted,
    List<UserId> names,
    int edition) {}
