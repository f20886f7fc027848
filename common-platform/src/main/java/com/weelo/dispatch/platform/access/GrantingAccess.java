package com.weelo.dispatch.platform.access;

import static java.util.stream.Collectors.toSet;

import com.weelo.dispatch.platform.publishing.TopicProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes a cluster's topics, users and rights what they should be, however often it is asked; what
 * is granted to a service beyond the policy is taken back. To be run by who may do anything.
 */
final class GrantingAccess {

  private static final Logger log = LoggerFactory.getLogger(GrantingAccess.class);
  private static final int ITERATIONS = 8_192;

  private final KafkaAdmin kafka;
  private final TopicProperties topics;

  GrantingAccess(KafkaAdmin kafka, TopicProperties topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  /**
   * @param passwords a folder with a file for each service, named as the service
   */
  void grant(Path passwords) throws ExecutionException, InterruptedException {
    kafka.createOrModifyTopics(topics.all());
    try (var admin = Admin.create(kafka.getConfigurationProperties())) {
      admin.alterUserScramCredentials(users(passwords)).all().get();
      var granted = Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
      var wanted = AccessRules.all();
      var surplus = without(granted, wanted);
      admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all().get();
      admin.createAcls(without(wanted, granted)).all().get();
      log.info("{} rights stand, {} were taken back", wanted.size(), surplus.size());
    }
  }

  private static List<UserScramCredentialAlteration> users(Path passwords) {
    return AccessPolicy.services().stream()
        .map(ServiceRights::service)
        .<UserScramCredentialAlteration>map(service ->
            new UserScramCredentialUpsertion(
                service,
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                password(passwords.resolve(service))))
        .toList();
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bindings of services alone: whom else an operator has let in is not ours to judge. */
  private static Set<AclBinding> without(Set<AclBinding> bindings, Set<AclBinding> others) {
    var users =
        AccessPolicy.services().stream().map(rights -> "User:" + rights.service()).collect(toSet());
    var rest = new HashSet<>(bindings);
    rest.removeAll(others);
    rest.removeIf(binding -> !users.contains(binding.entry().principal()));
    return rest;
  }
}
