package com.weelo.dispatch.stores;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keeps one note in each store, and reads it again. */
final class StoreNotes {

  private static final TopicPartition NOTES = new TopicPartition("notes", 0);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Stores stores;

  StoreNotes(Stores stores) {
    this.stores = stores;
  }

  void writeRow(String note) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists notes");
      statement.execute("create table notes as select '" + note + "' as note");
    }
  }

  Optional<String> readRow() throws SQLException {
    return query("select note from notes").stream().findFirst();
  }

  String setting(String name) throws SQLException {
    return query("show " + name).getFirst();
  }

  List<String> databases() throws SQLException {
    return query("select datname from pg_database");
  }

  private Connection connect() throws SQLException {
    Stores.Postgres postgres = stores.postgres();
    return DriverManager.getConnection(
        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
  }

  void writeRecord(String note) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stores.kafka()));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", stores.kafka(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(NOTES.topic(), 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(NOTES.topic(), note)).get();
    }
  }

  Optional<String> readRecord() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stores.kafka(), "allow.auto.create.topics", "false"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(NOTES));
      consumer.seekToBeginning(List.of(NOTES));
      if (consumer.endOffsets(List.of(NOTES), PATIENCE).getOrDefault(NOTES, 0L) == 0) {
        return Optional.empty();
      }
      for (ConsumerRecord<String, String> found : consumer.poll(PATIENCE)) {
        return Optional.of(found.value());
      }
      return Optional.empty();
    }
  }

  void writeKey(String note) throws IOException {
    redis("SET note " + note);
  }

  Optional<String> readKey() throws IOException {
    String answer = redis("GETRANGE note 0 -1");
    return answer.startsWith("$0") ? Optional.empty() : Optional.of(answer.split("\r\n")[1]);
  }

  private List<String> query(String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private String redis(String command) throws IOException {
    try (Socket socket = new Socket(stores.redis().host(), stores.redis().port())) {
      socket
          .getOutputStream()
          .write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
