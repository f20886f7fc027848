package com.weelo.dispatch.testing.api;

import static java.util.stream.Collectors.toMap;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.lang.reflect.Method;
import java.util.Map;

/** What Javadoc says, as Markdown. */
final class Javadocs {

  private static final CommentFormatter FORMATTER = new CommentFormatter();

  private Javadocs() {}

  static String of(Class<?> type) {
    return text(RuntimeJavadoc.getJavadoc(type).getComment());
  }

  static String of(Method method) {
    return text(RuntimeJavadoc.getJavadoc(method).getComment());
  }

  /** Of a record's components, by name. */
  static Map<String, String> ofComponents(Class<?> type) {
    return RuntimeJavadoc.getJavadoc(type).getRecordComponents().stream()
        .collect(toMap(param -> param.getName(), param -> text(param.getComment())));
  }

  private static String text(Comment comment) {
    return FORMATTER
        .format(comment)
        .replaceAll("</?code>", "`")
        .replaceAll("\\s*<p>\\s*", "\n\n")
        .replaceAll("(?<!\n)\n(?!\n)\\s*", " ")
        .strip();
  }
}
