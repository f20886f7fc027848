package com.weelo.dispatch.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The policy in Kafka's words. */
final class AccessRules {

  private static final String ANY = "*";

  /** It shows how far all groups have come. */
  private static final String SEES_ALL_GROUPS = "analytics-worker";

  private AccessRules() {}

  static Set<AclBinding> all() {
    return AccessPolicy.services().stream().flatMap(AccessRules::of).collect(toUnmodifiableSet());
  }

  private static Stream<AclBinding> of(ServiceRights rights) {
    var user = rights.service();
    var general =
        Stream.of(
            allowed(user, DESCRIBE, TOPIC, LITERAL, ANY),
            allowed(user, READ, GROUP, PREFIXED, user + "."));
    var reading = rights.readTopics().stream().map(topic -> onTopic(user, READ, topic));
    var writing = rights.writtenTopics().stream().map(topic -> onTopic(user, WRITE, topic));
    var seeing =
        user.equals(SEES_ALL_GROUPS)
            ? Stream.of(allowed(user, DESCRIBE, GROUP, LITERAL, ANY))
            : Stream.<AclBinding>of();
    return Stream.of(general, reading, writing, seeing).flatMap(bindings -> bindings);
  }

  private static AclBinding onTopic(String user, AclOperation operation, String topic) {
    return allowed(user, operation, TOPIC, LITERAL, topic);
  }

  private static AclBinding allowed(
      String user, AclOperation operation, ResourceType type, PatternType pattern, String name) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:" + user, ANY, operation, AclPermissionType.ALLOW));
  }
}
