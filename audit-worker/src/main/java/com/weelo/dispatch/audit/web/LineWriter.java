package com.weelo.dispatch.audit.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes lines as they come. The last says whether they were all: an answer that has begun can not
 * become an error any more.
 */
final class LineWriter {

  private static final Logger log = LoggerFactory.getLogger(LineWriter.class);

  private final JsonMapper json;
  private final OutputStream out;
  private long lines;

  LineWriter(JsonMapper json, OutputStream out) {
    this.json = json;
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  private record LastLine(long records, boolean complete) {}

  void write(Consumer<LineWriter> source) throws IOException {
    boolean complete = true;
    try {
      source.accept(this);
    } catch (DataAccessException e) {
      log.warn("An export ended before its end, after {} records: {}", lines, e.toString());
      complete = false;
    } catch (UncheckedIOException clientIsGone) {
      throw clientIsGone.getCause();
    }
    long all = lines;
    line(new LastLine(all, complete));
    out.flush();
  }

  void line(Object line) {
    try {
      out.write(json.writeValueAsBytes(line));
      out.write('\n');
      lines++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
