package com.weelo.dispatch.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever arrives decodes to an event, to empty, or is malformed; nothing else ever happens. */
class EventCodecFuzzTests {

  private static final int MUTANTS = 20_000;
  private static final List<String> TOKENS =
      List.of("null", "true", "{}", "[]", "\"\"", "-1", "1e400", "NaN", "9".repeat(40), "{", "]");

  private enum Outcome {
    EVENT,
    EMPTY,
    MALFORMED
  }

  private final EventCodec codec = new EventCodec();
  private final Random random = new Random(20260302);

  @Test
  void nothingIsNoEvent() {
    assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> codec.decode(null));
  }

  @Test
  void mutatedEventsNeverCauseAnythingButMalformedEvent() {
    var originals = EventJson.goldenFiles().stream().map(EventJson::read).toList();
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    for (var i = 0; i < MUTANTS; i++) {
      var mutant = mutate(originals.get(i % originals.size()));
      outcomes.merge(decode(mutant), 1, Integer::sum);
    }
    // Else the mutants were all alike and showed nothing.
    assertThat(outcomes).containsOnlyKeys(Outcome.values());
  }

  private Outcome decode(byte[] mutant) {
    try {
      return codec.decode(mutant).isPresent() ? Outcome.EVENT : Outcome.EMPTY;
    } catch (MalformedEvent e) {
      return Outcome.MALFORMED;
    } catch (Exception | StackOverflowError e) {
      return fail("decoding " + new String(mutant, UTF_8), e);
    }
  }

  private byte[] mutate(byte[] original) {
    var mutant = original;
    for (var edits = random.nextInt(3); edits >= 0; edits--) {
      mutant = edit(mutant);
    }
    return mutant;
  }

  /** Replaces up to eight bytes somewhere: by noise, by a token of JSON, by a part of itself. */
  private byte[] edit(byte[] bytes) {
    var from = random.nextInt(bytes.length);
    var to = Math.min(bytes.length, from + random.nextInt(8));
    return splice(bytes, from, to, replacement(bytes));
  }

  private byte[] replacement(byte[] bytes) {
    return switch (random.nextInt(4)) {
      case 0 -> new byte[0];
      case 1 -> noise(1 + random.nextInt(4));
      case 2 -> TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8);
      default -> Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length);
    };
  }

  private byte[] noise(int length) {
    var noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] replacement) {
    var result = new byte[bytes.length - (to - from) + replacement.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(replacement, 0, result, from, replacement.length);
    System.arraycopy(bytes, to, result, from + replacement.length, bytes.length - to);
    return result;
  }
}
