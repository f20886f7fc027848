package com.weelo.dispatch.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class InOneGoTests {

  private final List<List<Integer>> goes = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void everybody_gets_its_own_answer() {
    try (var squares = new InOneGo<Integer, Integer>("squares", 2, 10, this::squares);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 1000)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> squares.ask(n), callers))
              .toList();

      assertThat(answers.stream().map(CompletableFuture::join))
          .containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(n -> n * n).toList());
    }
    assertThat(goes).allMatch(go -> go.size() <= 10);
  }

  @Test
  void what_comes_while_one_go_is_under_way_is_done_in_the_next() {
    try (var squares = new InOneGo<Integer, Integer>("squares", 1, 100, this::afterRelease);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = CompletableFuture.supplyAsync(() -> squares.ask(0), callers);
      await().until(() -> goes.size() == 1);
      var others =
          IntStream.rangeClosed(1, 50)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> squares.ask(n), callers))
              .toList();
      await().until(() -> squares.waiting() == 50);
      released.countDown();

      first.join();
      others.forEach(CompletableFuture::join);
    }
    assertThat(goes).hasSize(2);
  }

  @Test
  void one_bad_item_costs_nobody_else_its_answer() {
    try (var squares = new InOneGo<Integer, Integer>("squares", 1, 100, this::noFours);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = CompletableFuture.supplyAsync(() -> squares.ask(0), callers);
      await().until(() -> goes.size() == 1);
      var three = CompletableFuture.supplyAsync(() -> squares.ask(3), callers);
      var four = CompletableFuture.supplyAsync(() -> squares.ask(4), callers);
      await().until(() -> squares.waiting() == 2);
      released.countDown();

      assertThat(first.join()).isZero();
      assertThat(three.join()).isEqualTo(9);
      assertThatThrownBy(four::join).hasRootCauseMessage("no fours");
    }
  }

  @Test
  void while_the_database_is_away_nothing_is_tried_one_by_one() {
    try (var squares =
            new InOneGo<Integer, Integer>(
                "squares",
                1,
                100,
                numbers -> {
                  afterRelease(numbers);
                  throw new QueryTimeoutException("away");
                });
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 3)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> squares.ask(n), callers))
              .toList();
      released.countDown();

      all.forEach(
          one -> assertThatThrownBy(one::join).hasRootCauseInstanceOf(QueryTimeoutException.class));
    }
    assertThat(goes.stream().mapToInt(List::size).sum()).as("each tried once").isEqualTo(3);
  }

  private List<Integer> squares(List<Integer> numbers) {
    goes.add(numbers);
    return numbers.stream().map(n -> n * n).toList();
  }

  private List<Integer> afterRelease(List<Integer> numbers) {
    var squares = squares(numbers);
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return squares;
  }

  private List<Integer> noFours(List<Integer> numbers) {
    var squares = afterRelease(numbers);
    if (numbers.contains(4)) {
      throw new IllegalArgumentException("no fours");
    }
    return squares;
  }
}
