package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.cli.Terminal.Tone;
import com.weelo.dispatch.suite.verify.Retelling.Step;
import com.weelo.dispatch.suite.verify.Retelling.Told;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Prints a history, an event a line, and below it whether the table says the same. */
final class HistoryLines {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final String STATUS = "status";

  private final Terminal terminal;

  HistoryLines(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(String id, Told told) {
    terminal.line(terminal.styled(told.kind() + " " + id, Tone.BOLD));
    var widest = told.steps().stream().mapToInt(step -> step.type().length()).max().orElse(1);
    told.steps().forEach(step -> terminal.line(terminal.fitting(line(step, widest, id))));
    terminal.line("by its events  " + told.rebuilt());
    terminal.line("in its table   " + told.stored());
    if (told.agrees()) {
      terminal.line(terminal.styled("✔", Tone.GOOD) + " Its events come to what its table says.");
    } else if (told.complete()) {
      terminal.line(terminal.styled("✘", Tone.BAD) + " Its events come to something else.");
    } else {
      terminal.line(
          terminal.styled("✘", Tone.BAD) + " Kafka does not have all of its events any more.");
    }
  }

  private static String line(Step step, int widest, String id) {
    var data = new StringJoiner(" ");
    // What has become of it first: a terminal cuts off the end of a line.
    tell(STATUS, step.data().path(STATUS), id, data);
    step.data()
        .propertyStream()
        .filter(field -> !field.getKey().equals(STATUS))
        .forEach(field -> tell(field.getKey(), field.getValue(), id, data));
    return ("%s  %-" + widest + "s %3s  %s")
        .formatted(
            TIME.format(step.at()), step.type(), step.version() == 0 ? "" : step.version(), data);
  }

  /** Lists by their length only, and what all of it is about not again. */
  private static void tell(String name, JsonNode value, String id, StringJoiner data) {
    if (value.isObject()) {
      value
          .propertyStream()
          .forEach(field -> tell(name + "." + field.getKey(), field.getValue(), id, data));
    } else if (value.isArray()) {
      data.add(name + "=[" + value.size() + "]");
    } else if (!value.isNull() && !value.isMissingNode() && !value.asString("").equals(id)) {
      data.add(name + "=" + value.asString(""));
    }
  }
}
