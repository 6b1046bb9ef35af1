package nl.wolkenkaart.directory.rows;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Unpacks Parquet's pages, to the size that their header says and no further. Parquet's own factory
 * does it through Hadoop's codecs, which read Hadoop's configuration files first.
 */
final class ParquetPages implements CompressionCodecFactory {

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("This unpacks only");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Pages(codec);
  }

  @Override
  public void release() {
    // Nothing is held between pages.
  }

  private record Pages(CompressionCodecName codec) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput page, int size) throws IOException {
      return BytesInput.from(unpack(ByteStreams.toByteArray(page.toInputStream()), size));
    }

    @Override
    public void decompress(ByteBuffer page, int packed, ByteBuffer target, int size)
        throws IOException {
      byte[] bytes = new byte[packed];
      page.get(bytes);
      target.put(unpack(bytes, size));
    }

    private byte[] unpack(byte[] page, int size) throws IOException {
      byte[] plain = new byte[size];
      int unpacked =
          switch (codec) {
            case UNCOMPRESSED -> {
              plain = page;
              yield page.length;
            }
            case ZSTD -> zstandard(page, plain);
            case SNAPPY -> {
              if (Snappy.uncompressedLength(page) != size) {
                throw damaged();
              }
              yield Snappy.uncompress(page, 0, page.length, plain, 0);
            }
            case GZIP -> {
              try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(page))) {
                yield in.readNBytes(plain, 0, size);
              }
            }
            default ->
                throw new UnreadableException(
                    "is a Parquet file packed with " + codec + ", which is not read");
          };
      if (unpacked != size) {
        throw damaged();
      }
      return plain;
    }

    private static int zstandard(byte[] page, byte[] plain) throws UnreadableException {
      try {
        return (int) Zstd.decompress(plain, page);
      } catch (ZstdException e) {
        throw damaged();
      }
    }

    private static UnreadableException damaged() {
      return new UnreadableException(
          "is a damaged Parquet file: a page does not unpack to its size");
    }

    @Override
    public void release() {
      // Nothing is held between pages.
    }
  }
}
