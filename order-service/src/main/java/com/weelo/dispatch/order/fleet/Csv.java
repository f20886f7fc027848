package com.weelo.dispatch.order.fleet;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values as RFC 4180 has them: a cell in quotes may hold commas, line breaks and
 * doubled quotes. A mark of byte order is passed over, and so are blank lines.
 */
final class Csv {

  private static final char END = '\uffff';

  private final String text;
  private int at;
  private int line = 1;

  /**
   * A row.
   *
   * @param line where it begins, from 1
   */
  record Row(int line, List<String> cells) {
    private boolean isBlank() {
      return cells.size() == 1 && cells.getFirst().isBlank();
    }
  }

  private Csv(String text) {
    this.text = text;
    this.at = text.startsWith("\ufeff") ? 1 : 0;
  }

  static List<Row> rows(String text) {
    return new Csv(text).rows();
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    while (next() != END) {
      var row = row();
      if (!row.isBlank()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Row row() {
    var begin = line;
    var cells = new ArrayList<String>();
    cells.add(cell());
    while (next() == ',') {
      at++;
      cells.add(cell());
    }
    endLine();
    return new Row(begin, cells);
  }

  private void endLine() {
    if (next() == '\r') {
      at++;
    }
    if (next() == '\n') {
      at++;
    }
    line++;
  }

  private String cell() {
    var cell = new StringBuilder();
    if (next() == '"') {
      quoted(cell);
    }
    while (next() != ',' && next() != '\r' && next() != '\n' && next() != END) {
      cell.append(text.charAt(at++));
    }
    return cell.toString().strip();
  }

  /** Ends with the closing quote, or the text where there is none. */
  private void quoted(StringBuilder cell) {
    at++;
    while (next() != END) {
      var character = text.charAt(at++);
      if (character == '"') {
        if (next() != '"') {
          return;
        }
        at++;
      }
      line += character == '\n' ? 1 : 0;
      cell.append(character);
    }
  }

  private char next() {
    return at < text.length() ? text.charAt(at) : END;
  }
}
