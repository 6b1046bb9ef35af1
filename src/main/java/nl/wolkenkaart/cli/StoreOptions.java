package nl.wolkenkaart.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The options of a store of objects, where its file system is on the class path. It is named and
 * never imported, as the runners are.
 */
final class StoreOptions {
  /** Beam registers the options of the vendor's other services with the factory, and not these. */
  private static final String S3 = "org.apache.beam.sdk.io.aws2.options.S3Options";

  private static final String UPLOAD_BUFFER = "--s3UploadBufferSizeBytes=";

  /**
   * Of each file that is written; Beam takes 64 MiB, and a table has three files at a time. With
   * 10,000 parts, as many as S3 allows, a file may have 80 GiB.
   */
  private static final int UPLOAD_BUFFER_BYTES = 8 << 20;

  /** Names of options whose values are nobody's business, such as awsCredentialsProvider. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)^--[^=]*(credential|secret|password|token|customerkey)");

  private StoreOptions() {}

  /** These options, and those of the store that were not given. */
  static List<String> with(List<String> given) {
    List<String> all = new ArrayList<>(given);
    if (register() && given.stream().noneMatch(option -> option.startsWith(UPLOAD_BUFFER))) {
      all.add(UPLOAD_BUFFER + UPLOAD_BUFFER_BYTES);
    }
    return all;
  }

  private static boolean register() {
    try {
      PipelineOptionsFactory.register(Class.forName(S3).asSubclass(PipelineOptions.class));
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** An option as it may be shown: without what gives access. */
  static String shown(String option) {
    return SECRET.matcher(option).find() ? option.replaceFirst("(?s)=.*", "=***") : option;
  }
}
