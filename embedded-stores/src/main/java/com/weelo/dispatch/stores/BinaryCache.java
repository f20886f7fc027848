package com.weelo.dispatch.stores;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Programs from the class path as files, shared between all folders and runs of a user:
 * decompressing PostgreSQL takes longer than starting it.
 */
final class BinaryCache {

  /** Unpacks a resource into a folder, which is new and empty. */
  interface Unpacking {
    void unpack(InputStream resource, Path folder) throws IOException;
  }

  private final Path root;

  BinaryCache() {
    Path base =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    this.root = base.resolve("weelo-dispatch");
  }

  Path root() throws IOException {
    return Files.createDirectories(root);
  }

  /** The folder with the unpacked resource; named by its content, so that it never goes stale. */
  Path folder(String resource, Unpacking unpacking) throws IOException {
    URL url = BinaryCache.class.getResource("/" + resource);
    if (url == null) {
      throw new StoreFailure("No " + resource + " on the class path: add the artifact that has it");
    }
    Path folder = root().resolve(resource + "-" + checksum(url));
    if (!Files.exists(folder)) {
      try (InputStream stream = url.openStream()) {
        fill(folder, stream, unpacking);
      }
    }
    return folder;
  }

  /** Aside first and then moved, so that nobody ever sees a half-filled folder. */
  private void fill(Path folder, InputStream stream, Unpacking unpacking) throws IOException {
    Path aside = Files.createTempDirectory(root, "unpacking-");
    unpacking.unpack(stream, aside);
    try {
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
      Folders.delete(aside);
    }
  }

  private static String checksum(URL url) throws IOException {
    if (url.openConnection() instanceof JarURLConnection jar && jar.getJarEntry() != null) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    throw new StoreFailure(url + " is not in a jar");
  }
}
