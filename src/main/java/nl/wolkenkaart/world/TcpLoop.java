package nl.wolkenkaart.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Accepts and serves connections until the selector is closed. */
final class TcpLoop implements Runnable {
  private final ServerSocketChannel server;
  private final Selector selector;
  private final Responder responder;
  private final Answerer answerer;

  TcpLoop(ServerSocketChannel server, Responder responder) throws IOException {
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
      } else if (!((TcpConnection) key.attachment()).serve(key, responder, answerer)) {
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
      client.register(selector, SelectionKey.OP_READ, new TcpConnection(client));
    }
  }

  private static void drop(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
