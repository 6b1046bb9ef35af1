package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.wolkenkaart.directory.Reject;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteRejectsTest {
  @TempDir Path folder;

  @Test
  void rejectsAreInTheOrderOfFileAndLine() throws Exception {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(
            Create.of(
                    new Reject("b.csv", 2L, "x", "no domain"),
                    new Reject("a.csv", 10L, "say \"hi\"", "no domain"),
                    new Reject("a.csv", 9L, "=cmd()", "not a domain name"))
                .withCoder(AvroCoder.specific(Reject.class)))
        .apply(WriteRejects.to(new RunFolder(folder + "/")));
    pipeline.run().waitUntilFinish();
    assertThat(
        Files.readString(folder.resolve("rejects.csv")),
        is(
            """
            file,line,value,reason
            a.csv,9,'=cmd(),not a domain name
            a.csv,10,"say ""hi""\",no domain
            b.csv,2,x,no domain
            """));
  }

  @Test
  void noRejectsGiveTheHeaderOnly() throws Exception {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.empty(AvroCoder.specific(Reject.class)))
        .apply(WriteRejects.to(new RunFolder(folder.toString())));
    pipeline.run().waitUntilFinish();
    assertThat(Files.readString(folder.resolve("rejects.csv")), is("file,line,value,reason\n"));
  }
}
