package com.weelo.dispatch.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.Topics.TopicSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one service may do.
 *
 * @param service its name, which is its user and what its consumer groups begin with
 * @param writes the events that are its own to tell
 * @param reads the events that it follows; what it can not process it puts aside
 */
public record ServiceRights(
    String service,
    List<Class<? extends DomainEvent>> writes,
    List<Class<? extends DomainEvent>> reads) {

  public Set<String> readTopics() {
    return topics(reads).collect(toUnmodifiableSet());
  }

  /** Those of its own events, and the dead-letter topics of what it reads. */
  public Set<String> writtenTopics() {
    return Stream.concat(topics(writes), topics(reads).map(Topics::dlt))
        .collect(toUnmodifiableSet());
  }

  private static Stream<String> topics(List<Class<? extends DomainEvent>> families) {
    return families.stream().flatMap(family -> Topics.of(family).stream()).map(TopicSpec::name);
  }
}
