package nl.wolkenkaart.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses Parquet's pages, one zstandard frame (RFC 8878) each, at a fixed level in one thread.
 *
 * <p>Parquet's own factory does the same through Hadoop's codecs, which read Hadoop's configuration
 * files first.
 */
final class ZstandardPages
    implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {
  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("Tables are compressed with ZSTD, not with " + codec);
    }
    return this;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("This compresses only");
  }

  @Override
  public BytesInput compress(BytesInput page) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(Math.toIntExact(page.size()));
    page.writeAllTo(plain);
    return BytesInput.from(Zstd.compress(plain.toByteArray(), LEVEL));
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  @Override
  public void release() {
    // Nothing is held between pages.
  }
}
