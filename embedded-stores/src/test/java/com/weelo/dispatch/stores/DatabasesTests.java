package com.weelo.dispatch.stores;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasesTests {

  private static final Stores.Postgres NOWHERE = new Stores.Postgres("localhost", 1, "u", "p");

  @ParameterizedTest
  @ValueSource(strings = {"", "Booking", "a b", "x; drop database y", "1st"})
  void onlyPlainNamesReachTheServer(String name) {
    assertThatThrownBy(() -> Databases.createIfAbsent(NOWHERE, name))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
