package com.weelo.dispatch.testing.api;

import com.weelo.dispatch.testing.CheckedInFile;
import java.util.TreeMap;

/** {@code docs/roles.md}: a table for each service, under its name. */
final class RolesPage {

  private static final String HEADING = "\n## ";

  private static final String PREAMBLE =
      """
      # Who may call what

      Generated: a test of each service calls every endpoint of the running service as everybody, and compares what comes with the table checked in beside it (`src/test/resources/roles.txt`). An endpoint without a row fails the build.

      | sign | answer |
      |---|---|
      | ✓ | let through |
      | own | let through, for what is the caller's own: somebody else's is 404 `NOT_FOUND`, as if it did not exist, or 403 `NOT_OFFERED` |
      | 403 | `FORBIDDEN`: not for this role |
      | 401 | `UNAUTHENTICATED`: no token, or none that counts |

      An owner-driver is its own transporter; a fleet-driver's token names another one, who decides.
      """;

  private static final CheckedInFile FILE = CheckedInFile.at("docs/roles.md");

  private RolesPage() {}

  static void mustSay(String service, String table) {
    var sections = new TreeMap<String, String>();
    var parts = FILE.text().split(HEADING, -1);
    for (int part = 1; part < parts.length; part++) {
      var end = parts[part].indexOf('\n');
      sections.put(parts[part].substring(0, end), parts[part].substring(end + 1));
    }
    sections.put(service, "\n" + table);
    var page = new StringBuilder(PREAMBLE);
    sections.forEach((name, body) -> page.append(HEADING).append(name).append('\n').append(body));
    FILE.mustSay(page.toString());
  }
}
