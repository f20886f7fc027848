package com.weelo.dispatch.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainTests {

  private static final byte[] START = Chain.genesis("booking.created", 3);

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @Test
  void no_two_partitions_begin_alike() {
    assertThat(START)
        .isNotEqualTo(Chain.genesis("booking.created", 4))
        .isNotEqualTo(Chain.genesis("booking.create", 3))
        .isEqualTo(Chain.genesis("booking.created", 3))
        .hasSize(Chain.HASH_BYTES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void any_bit_of_any_link_changes_the_end(int seed) {
    var random = new Random(seed);
    var links = links(random);
    var end = end(links);

    var link = links.get(random.nextInt(links.size()));
    link[random.nextInt(link.length)] ^= (byte) (1 << random.nextInt(8));

    assertThat(end(links)).isNotEqualTo(end);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_link_less_or_more_or_elsewhere_changes_the_end(int seed) {
    var random = new Random(seed);
    var links = links(random);
    var end = end(links);
    int place = random.nextInt(links.size() - 1);

    var less = new ArrayList<>(links);
    less.remove(place);
    var more = new ArrayList<>(links);
    more.add(place, links.getLast());
    var elsewhere = new ArrayList<>(links);
    elsewhere.add(links.size() - 1, elsewhere.remove(place));

    assertThat(end(less)).isNotEqualTo(end);
    assertThat(end(more)).isNotEqualTo(end);
    assertThat(Arrays.equals(end(elsewhere), end)).isEqualTo(elsewhere.equals(links));
  }

  private static List<byte[]> links(Random random) {
    return IntStream.range(0, 2 + random.nextInt(20))
        .mapToObj(i -> {
          var link = new byte[1 + random.nextInt(100)];
          random.nextBytes(link);
          return link;
        })
        .toList();
  }

  private static byte[] end(List<byte[]> links) {
    var digest = Chain.digest();
    var hash = START;
    for (var link : links) {
      hash = Chain.next(digest, hash, link, 0, link.length);
    }
    return hash;
  }
}
