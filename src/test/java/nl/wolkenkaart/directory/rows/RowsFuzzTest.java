package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Whatever bytes a file has, its reader gives rows and rejects within bounds, or says no. */
class RowsFuzzTest {
  private static final byte[] CSV =
      "\ufeffnaam;site;plaats\r\n\"De \"\"Brug\"\"\";a.nl;Zuidhörn\r\n\"b\nc\";b.nl;\r\n"
          .getBytes(UTF_8);
  private static final byte[] TSV =
      "naam\tsite\ncaf\u00e9\tc.nl\n".getBytes(TextEncoding.WINDOWS_1252);
  private static final byte[] WIDE = "naam\tsite\né\ta.nl\n".getBytes(UTF_16);
  private static final byte[] LINES = "# lijst\na.nl\nhttps://b.nl/x?y=z\n".getBytes(UTF_8);
  private static final byte[] ARRAY =
      "[{\"a\": \"é\", \"b\": {\"c\": [1, 2.5e3]}}, {\"a\": null, \"d\": [{\"e\": true}]}]"
          .getBytes(UTF_8);
  private static final byte[] OBJECTS =
      "{\"a\": \"\\u00e9\", \"b\": {\"c\": 1}}\n{\"a\": 2}\n{\"b\": {\"c\": [3, 4]}}\n"
          .getBytes(UTF_8);
  private static final byte[] ODS =
      (Packing.ODS_BEGIN
              + "<t:table-row t:number-rows-repeated='2'><t:table-cell t:number-columns-repeated='3'>"
              + "<x:p>naam<x:s x:c='2'/>x</x:p></t:table-cell><t:covered-table-cell/></t:table-row>"
              + "<t:table-row><t:table-cell office:value-type='float' office:value='1E3'><x:p>1</x:p>"
              + "</t:table-cell><t:table-cell office:value-type='date'"
              + " office:date-value='2026-05-01T00:00:00'/></t:table-row>"
              + Packing.ODS_END)
          .getBytes(UTF_8);
  private static final byte[] SHEET =
      (Packing.SHEET_BEGIN
              + "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' s='1'><v>46143.5</v></c></row>"
              + "<row r='3'><c r='B3' t='inlineStr'><is><t>é</t></is></c><c t='b'><v>1</v></c></row>"
              + Packing.SHEET_END)
          .getBytes(UTF_8);
  private static final byte[] STRINGS =
      "<sst><si><t>naam</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>".getBytes(UTF_8);
  private static final byte[] STYLES =
      "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy'/></numFmts><cellXfs><xf/>"
          .concat("<xf numFmtId='164'/></cellXfs></styleSheet>")
          .getBytes(UTF_8);
  private static final byte[] XML =
      "<?xml version='1.0' encoding='UTF-8'?><p:a xmlns:p='u'><!-- x --><b c='1'>t&amp;</b></p:a>"
          .getBytes(UTF_8);

  private static final Logger PARQUET = Logger.getLogger("org.apache.parquet");

  private static void fuzz(long seed, RowSource reader, int megabytes, byte[]... files) {
    new Fuzz(seed, reader, megabytes).run(file -> file, files);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void delimitedText(@ForAll long seed) {
    fuzz(seed, new DelimitedRows(), 20, CSV, TSV, WIDE, LINES);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void lines(@ForAll long seed) {
    fuzz(seed, new LineRows(), 20, LINES, CSV, WIDE);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void json(@ForAll long seed) {
    fuzz(seed, new JsonRows(), 20, ARRAY, OBJECTS);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void ods(@ForAll long seed) {
    new Fuzz(seed, new OdsRows(), 50).run(xml -> Packing.ods(out -> out.write(xml)), ODS);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void xlsx(@ForAll long seed) {
    new Fuzz(seed, new XlsxRows(), 50)
        .run(
            xml ->
                Packing.xlsx(
                    out -> out.write(begins(xml, "<wor") ? xml : SHEET),
                    out -> out.write(begins(xml, "<sst") ? xml : STRINGS),
                    out -> out.write(begins(xml, "<sty") ? xml : STYLES)),
            SHEET,
            STRINGS,
            STYLES);
  }

  private static boolean begins(byte[] content, String begin) {
    return new String(content, 0, Math.min(4, content.length), UTF_8).equals(begin);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void avro(@ForAll long seed) throws IOException {
    GenericRecord[] rows = {
      AvroRowsTest.organisation("naam", "a.nl", 1), AvroRowsTest.organisation("é", null, -1)
    };
    byte[][] files = new byte[4][];
    String[] codecs = {"null", "deflate", "zstandard", "snappy"};
    for (int i = 0; i < codecs.length; i++) {
      files[i] = AvroRowsTest.write(CodecFactory.fromString(codecs[i]), AvroRowsTest.SCHEMA, rows);
    }
    fuzz(seed, new AvroRows(), 70, files);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void parquet(@ForAll long seed) throws IOException {
    // Says of each file how long it took.
    PARQUET.setLevel(Level.WARNING);
    GenericRecord[] rows = new GenericRecord[20];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = AvroRowsTest.organisation("naam " + i % 3, i % 2 == 0 ? "a.nl" : null, i);
    }
    Path folder = Files.createTempDirectory("wolkenkaart-fuzz");
    byte[][] files = new byte[6][];
    CompressionCodecName[] codecs = {
      CompressionCodecName.UNCOMPRESSED, CompressionCodecName.ZSTD, CompressionCodecName.SNAPPY
    };
    for (int i = 0; i < files.length; i++) {
      // Without checksums a change gets further than its page.
      files[i] =
          ParquetRowsTest.write(
              folder, AvroRowsTest.SCHEMA, codecs[i % 3], WriterVersion.PARQUET_1_0, i < 3, rows);
    }
    fuzz(seed, new ParquetRows(), 200, files);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void xml(@ForAll long seed) {
    RowSource elements =
        (in, sink) -> {
          XmlElements xml = XmlElements.of(in);
          while (xml.next()) {
            if (xml.isStart("b")) {
              sink.row(Given.row(xml.line(), String.valueOf(xml.text(100))));
            }
          }
        };
    fuzz(seed, elements, 20, XML, ODS);
  }

  /** From the packed file to its rows, as a run goes. */
  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anyFile(@ForAll long seed) throws IOException {
    RowSource whole =
        (in, sink) -> Unpacked.read(in, (entry, unpacked) -> readKnown(unpacked, sink));
    Map<String, Packing.Content> files = new LinkedHashMap<>();
    files.put("a.csv", out -> out.write(CSV));
    files.put("b/b.json.gz", out -> out.write(Packing.gzip(ARRAY)));
    files.put("c.ods", out -> out.write(Packing.ods(content -> content.write(ODS))));
    fuzz(
        seed,
        whole,
        100,
        Packing.zip(files),
        Packing.gzip(CSV),
        Packing.gzip(Packing.gzip(LINES)),
        XML,
        OBJECTS,
        Packing.xlsxRows("<row><c><v>1</v></c></row>", ""));
  }

  private static void readKnown(InputStream in, RowSink sink) throws IOException {
    Recognition known = Recognition.of(in);
    if (known.kind() != ContentKind.XML) {
      known.kind().source().read(in, sink);
    }
  }
}
