package com.weelo.dispatch.suite.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * CSV as recordings have it: remarks behind {@code #}, a header line, commas, no quoting; plain or
 * gzip-compressed.
 */
final class CsvFile {

  private static final String REMARK = "#";
  private static final int GZIP_MAGIC = 0x1f8b;

  private CsvFile() {}

  /**
   * Reads all rows, in the order of the file.
   *
   * @param name of the file, for messages
   */
  static <T> List<T> read(String name, InputStream content, Function<CsvRow, T> parse)
      throws IOException {
    return read(name, content, row -> true, parse);
  }

  /**
   * Reads the rows that are wanted, in the order of the file.
   *
   * @param name of the file, for messages
   */
  static <T> List<T> read(
      String name, InputStream content, Predicate<CsvRow> wanted, Function<CsvRow, T> parse)
      throws IOException {
    try (var lines = new LineNumberReader(new InputStreamReader(unpacked(content), UTF_8))) {
      var header = lines.readLine();
      while (header != null && header.startsWith(REMARK)) {
        header = lines.readLine();
      }
      if (header == null) {
        throw new MalformedRecording(name + " is empty");
      }
      var columns = columns(header);
      var rows = new ArrayList<T>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var where = name + ", line " + lines.getLineNumber();
        var row = new CsvRow(where, columns, line.split(",", -1));
        if (wanted.test(row)) {
          rows.add(parse.apply(row));
        }
      }
      return rows;
    }
  }

  private static Map<String, Integer> columns(String header) {
    var columns = new HashMap<String, Integer>();
    var names = header.split(",", -1);
    for (var i = 0; i < names.length; i++) {
      columns.put(names[i], i);
    }
    return columns;
  }

  private static InputStream unpacked(InputStream content) throws IOException {
    var buffered = new BufferedInputStream(content);
    buffered.mark(2);
    var magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
  }
}
