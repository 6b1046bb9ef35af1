package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.parquet.Version;

/** The versions of the libraries that can change what a run writes. */
public final class Libraries {
  private Libraries() {}

  /** Name to version: avro, beam, dnsjava, java, parquet, zstd-jni. */
  public static ImmutableSortedMap<String, String> versions() {
    return ImmutableSortedMap.of(
        "avro", ofMaven("org.apache.avro", "avro"),
        "beam", ReleaseInfo.getReleaseInfo().getSdkVersion(),
        "dnsjava", ofMaven("dnsjava", "dnsjava"),
        "java", Runtime.version().toString(),
        "parquet", Version.VERSION_NUMBER,
        "zstd-jni", com.github.luben.zstd.util.ZstdVersion.VERSION);
  }

  /** What Maven left in the jar; {@code unknown} where a repackaged jar has lost it. */
  public static String ofMaven(String group, String artifact) {
    return version("/META-INF/maven/" + group + '/' + artifact + "/pom.properties", "version");
  }

  /** What a file of properties in a jar says under a key; {@code unknown} where there is none. */
  public static String version(String name, String key) {
    try (InputStream in = Libraries.class.getResourceAsStream(name)) {
      if (in == null) {
        return "unknown";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty(key, "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
