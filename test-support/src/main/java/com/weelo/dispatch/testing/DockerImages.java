package com.weelo.dispatch.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * Finds out in moments whether containers can be started. Testcontainers itself tries for minutes
 * to pull an image which cannot be had.
 */
final class DockerImages {

  private static final Logger log = LoggerFactory.getLogger(DockerImages.class);

  /** Started by Testcontainers beside ours, to clean up after a JVM that was killed. */
  private static final String RYUK = "testcontainers/ryuk:0.14.0";

  private static final int PULL_MINUTES = 5;

  private DockerImages() {}

  /** Whether an engine answers and has, or can pull, these images and what they need. */
  static boolean areUsable(List<String> images) {
    try {
      // Not the factory's own client: to make that would start Ryuk.
      DockerClient docker =
          DockerClientProviderStrategy.getClientForConfig(
              DockerClientFactory.instance().getTransportConfig());
      return withRyuk(images).allMatch(image -> isLocal(docker, image) || pull(docker, image));
    } catch (IllegalStateException noEngine) {
      log.info("No Docker engine answers: {}", noEngine.getMessage());
      return false;
    }
  }

  private static Stream<String> withRyuk(List<String> images) {
    boolean disabled = Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
    return disabled ? images.stream() : Stream.concat(images.stream(), Stream.of(RYUK));
  }

  private static boolean isLocal(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException absent) {
      return false;
    }
  }

  private static boolean pull(DockerClient docker, String image) {
    try {
      return docker.pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
    } catch (DockerException e) {
      log.info("Image {} is neither here nor to be had: {}", image, e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
