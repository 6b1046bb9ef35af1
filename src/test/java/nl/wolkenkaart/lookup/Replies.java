package nl.wolkenkaart.lookup;

import java.io.IOException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Replies and sendings for tests. */
final class Replies {
  private Replies() {}

  static AnswerReader.Sending sending(String name, String type) {
    return new AnswerReader.Sending(new Question(name, type), "192.0.2.53:53", 2, Recorded.AT, 17);
  }

  /** A reply as it would come in: written and read again. */
  static Message reply(String name, String type, int rcode, String... records) throws IOException {
    Message reply = new Message();
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setRcode(rcode);
    Name asked = Name.fromString(name, Name.root);
    reply.addRecord(Record.newRecord(asked, Type.value(type), DClass.IN), Section.QUESTION);
    for (String text : records) {
      String[] parts = text.split(" ", 3);
      Name owner = Name.fromString(parts[0], Name.root);
      int of = Type.value(parts[1]);
      reply.addRecord(
          Record.fromString(owner, of, DClass.IN, 300, parts[2], Name.root), Section.ANSWER);
    }
    return new Message(reply.toWire());
  }
}
