package nl.wolkenkaart.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Accepts and serves connections until the selector is closed. */
final class TcpLoop implements Runnable {
  private final ServerSocketChannel server;
  private final Selector selector;
  private final Responder responder;
  private final Answerer answerer;
  private final Later later;
  private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();

  /**
   * @param later says when what is delayed is due, so that this thread never waits
   */
  TcpLoop(ServerSocketChannel server, Responder responder, Later later) throws IOException {
    this.later = later;
    this.server = server;
    this.responder = responder;
    this.answerer = responder.newAnswerer();
    this.selector = Selector.open();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Override
  public void run() {
    try {
      while (server.isOpen()) {
        selector.select(this::serve);
        for (Runnable next = due.poll(); next != null; next = due.poll()) {
          next.run();
        }
      }
    } catch (IOException e) {
      // Closed while it waited; there is nobody to tell.
    } finally {
      end();
    }
  }

  private void end() {
    try {
      selector.keys().forEach(TcpLoop::drop);
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wakes and ends the loop. */
  void close() {
    selector.wakeup();
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else if (!((TcpConnection) key.attachment()).serve(responder, answerer)) {
        drop(key);
      }
    } catch (IOException e) {
      drop(key);
    }
  }

  private void accept() throws IOException {
    SocketChannel client = server.accept();
    if (client != null) {
      client.configureBlocking(false);
      SelectionKey key = client.register(selector, SelectionKey.OP_READ);
      key.attach(new TcpConnection(client, key, this::later));
    }
  }

  /** Runs something on this loop's thread, the only one that touches connections. */
  private void later(int millis, Runnable sending) {
    later.run(
        millis,
        () -> {
          due.add(sending);
          selector.wakeup();
        });
  }

  private static void drop(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
