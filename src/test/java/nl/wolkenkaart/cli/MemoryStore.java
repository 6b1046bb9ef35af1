package nl.wolkenkaart.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A store of objects in memory, {@code store://bucket/key}, with the habits of Beam's for S3: no
 * folders, an object is there once its channel is closed and with what it has then, a second close
 * is an error, a missing object is no FileNotFoundException, and a rename copies and deletes.
 */
final class MemoryStore extends FileSystem<MemoryStore.Key> {
  private static final NavigableMap<String, byte[]> OBJECTS = new ConcurrentSkipListMap<>();

  /** Makes Beam know it. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new MemoryStore());
    }
  }

  /** Objects whose names begin so, by what follows. */
  static NavigableMap<String, byte[]> below(String folder) {
    NavigableMap<String, byte[]> found = new ConcurrentSkipListMap<>();
    OBJECTS.forEach(
        (key, bytes) -> {
          if (key.startsWith(folder + '/')) {
            found.put(key.substring(folder.length() + 1), bytes);
          }
        });
    return found;
  }

  static void put(String key, byte[] bytes) {
    OBJECTS.put(key, bytes);
  }

  static void remove(String key) {
    OBJECTS.remove(key);
  }

  static void clear() {
    OBJECTS.clear();
  }

  @Override
  protected List<MatchResult> match(List<String> specs) {
    List<MatchResult> results = new ArrayList<>();
    for (String spec : specs) {
      // Two stars stand for any text, one for any without a slash.
      String pattern =
          Stream.of(spec.split("\\*\\*", -1))
              .map(part -> ("\\Q" + part + "\\E").replace("*", "\\E[^/]*\\Q"))
              .collect(Collectors.joining(".*"));
      List<MatchResult.Metadata> found = new ArrayList<>();
      for (Map.Entry<String, byte[]> object : OBJECTS.entrySet()) {
        if (object.getKey().matches(pattern)) {
          found.add(
              MatchResult.Metadata.builder()
                  .setResourceId(new Key(object.getKey()))
                  .setSizeBytes(object.getValue().length)
                  .setIsReadSeekEfficient(true)
                  .build());
        }
      }
      results.add(
          MatchResult.create(
              found.isEmpty() ? MatchResult.Status.NOT_FOUND : MatchResult.Status.OK, found));
    }
    return results;
  }

  @Override
  protected WritableByteChannel create(Key key, CreateOptions options) {
    return new Upload(key);
  }

  @Override
  protected ReadableByteChannel open(Key key) {
    return Channels.newChannel(new ByteArrayInputStream(get(key)));
  }

  private static byte[] get(Key key) {
    byte[] bytes = OBJECTS.get(key.name);
    if (bytes == null) {
      throw new IllegalStateException("no such key: " + key);
    }
    return bytes;
  }

  @Override
  protected void copy(List<Key> from, List<Key> to) {
    for (int i = 0; i < from.size(); i++) {
      OBJECTS.put(to.get(i).name, get(from.get(i)));
    }
  }

  @Override
  protected void rename(List<Key> from, List<Key> to, MoveOptions... options) {
    if (options.length > 0) {
      throw new UnsupportedOperationException("no options");
    }
    copy(from, to);
    delete(from);
  }

  @Override
  protected void delete(Collection<Key> keys) {
    keys.forEach(key -> OBJECTS.remove(key.name));
  }

  @Override
  protected Key matchNewResource(String name, boolean isFolder) {
    return new Key(isFolder && !name.endsWith("/") ? name + '/' : name);
  }

  @Override
  protected String getScheme() {
    return "store";
  }

  /** The name of an object, or of what would be a folder. */
  record Key(String name) implements ResourceId {
    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      boolean isFolder = options.equals(StandardResolveOptions.RESOLVE_DIRECTORY);
      return new Key(getCurrentDirectory().toString() + other + (isFolder ? "/" : ""));
    }

    @Override
    public ResourceId getCurrentDirectory() {
      return new Key(name.substring(0, name.lastIndexOf('/') + 1));
    }

    @Override
    public String getScheme() {
      return "store";
    }

    @Override
    public String getFilename() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return name.endsWith("/");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final class Upload implements WritableByteChannel {
    private final Key key;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean open = true;

    Upload(Key key) {
      this.key = key;
    }

    @Override
    public int write(ByteBuffer source) {
      byte[] read = new byte[source.remaining()];
      source.get(read);
      bytes.writeBytes(read);
      return read.length;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      if (!open) {
        throw new IllegalStateException("ended already: " + key);
      }
      open = false;
      OBJECTS.put(key.name, bytes.toByteArray());
    }
  }
}
