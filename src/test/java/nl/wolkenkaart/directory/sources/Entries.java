package nl.wolkenkaart.directory.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what a reader hands over. */
final class Entries implements EntrySink {
  final List<Entry> entries = new ArrayList<>();
  final List<String> rejects = new ArrayList<>();
  final List<String> found = new ArrayList<>();

  static Entries of(String text) throws IOException {
    return of(text.getBytes(UTF_8), "", Map.of());
  }

  static Entries of(byte[] bytes, String format, Map<String, String> fields) throws IOException {
    Entries all = new Entries();
    RegisterFile.read(new ByteArrayInputStream(bytes), format, fields, all);
    return all;
  }

  /** Kind, purpose and value of each address of an entry. */
  static List<String> addresses(Entry entry) {
    return entry.contacts().stream()
        .map(c -> c.kind().word() + " " + c.purpose() + " " + c.value())
        .toList();
  }

  @Override
  public void entry(Entry entry) {
    entries.add(entry);
  }

  @Override
  public void reject(long line, String value, String reason) {
    rejects.add(line + " " + value + ": " + reason);
  }

  @Override
  public void found(String what) {
    found.add(what);
  }
}
